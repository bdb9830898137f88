package io.daybook.sources.generic;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.events.Origin;

class GenericSourceFuzzTest {
  @FuzzTest
  void anyBytesAreTakenOrRefused(byte[] bytes) {
    assertThat(new GenericSource().translate("facts", bytes, new Origin("generic", "shop-7")))
        .isNotNull();
  }
}
