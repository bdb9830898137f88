package io.daybook.sources.square;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class SquareSourceFuzzTest {
  private static final List<String> TOPICS =
      List.of(
          "event",
          "pull/orders",
          "pull/payments",
          "pull/refunds",
          "pull/payouts",
          "pull/payout-transactions",
          "pull/disputes",
          "pull/cash-drawer-shifts");

  @FuzzTest
  void anyBytesAreTranslatedUnderAnyTopic(byte[] bytes) {
    for (String topic : TOPICS) {
      assertThat(new SquareSource().translate(topic, bytes, Json.ORIGIN)).isNotNull();
    }
    assertThat(EventType.topic(bytes)).matches("[a-z0-9_.]+");
  }
}
