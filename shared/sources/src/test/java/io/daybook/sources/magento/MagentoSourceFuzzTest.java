package io.daybook.sources.magento;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class MagentoSourceFuzzTest {
  private static final List<String> TOPICS =
      List.of("event", "pull/orders", "pull/invoices", "pull/creditmemos", "pull/shipments");

  @FuzzTest
  void anyBytesAreTranslatedUnderAnyTopic(byte[] bytes) {
    for (String topic : TOPICS) {
      assertThat(new MagentoSource().translate(topic, bytes, Json.ORIGIN)).isNotNull();
    }
    assertThat(Envelope.read(bytes).topic()).matches("[A-Za-z0-9_.-]+");
  }
}
