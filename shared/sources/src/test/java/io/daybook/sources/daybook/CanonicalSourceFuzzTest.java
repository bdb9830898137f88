package io.daybook.sources.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.events.Origin;

class CanonicalSourceFuzzTest {
  @FuzzTest
  void anyBytesAreTranslated(byte[] bytes) {
    assertThat(new CanonicalSource().translate("facts", bytes, new Origin("daybook", "demo")))
        .isNotNull();
  }
}
