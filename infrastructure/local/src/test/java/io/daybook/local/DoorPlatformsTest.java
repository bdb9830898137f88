package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ingest.Verifiers;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Webhooks;
import org.junit.jupiter.api.Test;

final class DoorPlatformsTest {
  @Test
  void theDoorKnowsExactlyThePlatformsThatCall() {
    assertThat(Verifiers.names())
        .containsExactlyInAnyOrderElementsOf(
            KnownPlatforms.all().stream()
                .filter(platform -> !(platform.webhooks() instanceof Webhooks.None))
                .map(Platform::name)
                .toList());
  }
}
