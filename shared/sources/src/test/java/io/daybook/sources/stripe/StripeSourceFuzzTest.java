package io.daybook.sources.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.events.Origin;
import java.util.List;

class StripeSourceFuzzTest {
  private static final List<String> TOPICS =
      List.of(
          "event",
          "pull/balance-transactions",
          "pull/payouts",
          "pull/payout-transactions",
          "pull/disputes",
          "pull/charges",
          "pull/events");

  @FuzzTest
  void anyBytesAreTranslatedUnderAnyTopic(byte[] bytes) {
    for (String topic : TOPICS) {
      assertThat(new StripeSource().translate(topic, bytes, new Origin("stripe", "acct_1Q")))
          .isNotNull();
    }
    assertThat(EventType.topic(bytes)).matches("[a-z0-9_.]+");
  }
}
