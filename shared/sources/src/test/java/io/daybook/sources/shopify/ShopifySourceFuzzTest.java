package io.daybook.sources.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes come, the answer is a value. The seeds run with every test; {@code JAZZER_FUZZ=1} searches for more.
 */
class ShopifySourceFuzzTest {
  private static final List<String> TOPICS =
      List.of(
          "orders/updated",
          "orders/edited",
          "order_transactions/create",
          "refunds/create",
          "fulfillments/update",
          "disputes/update",
          "inventory_items/update",
          "pull/orders",
          "pull/disputes",
          "pull/balance-transactions",
          "pull/payouts",
          "pull/payout-transactions",
          "pull/item-costs");

  private static final List<String> ODDITIES =
      List.of(
          "null",
          "-1",
          "1e400",
          "'99999999999999999999.99'",
          "[]",
          "{}",
          "'" + "x".repeat(500) + "'");

  @FuzzTest
  void anyBytesGetAnAnswer(byte[] body) {
    for (String topic : TOPICS) {
      answers(topic, body);
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageCutAnywhereGetsAnAnswer(String name, String topic) {
    byte[] body = Fixture.of(name).bytes();
    for (int length = 0; length < body.length; length += 101) {
      answers(topic, Arrays.copyOf(body, length));
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyFieldMayBeAnything(String name, String topic) {
    Fixture fixture = Fixture.of(name);
    int turn = 0;
    for (String pointer : fixture.pointers()) {
      for (int i = 0; i < 2; i++) {
        answers(topic, fixture.with(pointer, ODDITIES.get(turn++ % ODDITIES.size())).bytes());
      }
    }
  }

  private static void answers(String topic, byte[] body) {
    assertThat(new ShopifySource().translate(topic, body, Fixture.SHOP)).isNotNull();
  }

  private static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of("webhook-order", "orders/updated"),
        Arguments.of("webhook-order-edited", "orders/edited"),
        Arguments.of("webhook-order-transaction", "order_transactions/create"),
        Arguments.of("webhook-refund", "refunds/create"),
        Arguments.of("webhook-fulfillment", "fulfillments/update"),
        Arguments.of("webhook-dispute", "disputes/update"),
        Arguments.of("pull-order", "pull/orders"),
        Arguments.of("pull-dispute", "pull/disputes"),
        Arguments.of("pull-balance-transactions", "pull/balance-transactions"),
        Arguments.of("pull-payout", "pull/payouts"),
        Arguments.of("pull-payout-transactions", "pull/payout-transactions"),
        Arguments.of("pull-item-cost", "pull/item-costs"));
  }
}
