package io.daybook.sources.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever bytes come, the answer is a value. The seeds run with every test; {@code JAZZER_FUZZ=1} searches for more.
 */
class ShopifySourceFuzzTest {
  private static final List<String> TOPICS =
      List.of(
          "orders/updated", "orders/edited", "order_transactions/create", "refunds/create", "fulfillments/update",
          "disputes/update", "inventory_items/update", "pull/orders", "pull/disputes", "pull/balance-transactions",
          "pull/payouts", "pull/payout-transactions", "pull/item-costs");

  @FuzzTest
  void anyBytesGetAnAnswer(byte[] body) {
    for (String topic : TOPICS) {
      assertThat(new ShopifySource().translate(topic, body, Fixture.SHOP)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook-order", "webhook-order-edited", "webhook-order-transaction", "webhook-refund", "webhook-fulfillment",
        "webhook-dispute", "pull-order", "pull-dispute", "pull-balance-transactions", "pull-payout",
        "pull-payout-transactions", "pull-item-cost"
      })
  void everyMessageUnderEveryTopicAndEveryPrefixOfItGetsAnAnswer(String name) {
    byte[] body = Fixture.of(name).bytes();

    anyBytesGetAnAnswer(body);
    for (int length = 0; length < body.length; length += 97) {
      anyBytesGetAnAnswer(Arrays.copyOf(body, length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook-order", "webhook-order-edited", "webhook-order-transaction", "webhook-refund", "webhook-fulfillment",
        "webhook-dispute", "pull-order", "pull-dispute", "pull-balance-transactions", "pull-payout",
        "pull-payout-transactions", "pull-item-cost"
      })
  void everyFieldMayBeAnything(String name) {
    Fixture fixture = Fixture.of(name);
    for (String pointer : fixture.pointers()) {
      for (String value :
          List.of("null", "''", "-1", "0", "1e400", "99999999999999999999", "'99999999999999999999.99'", "[]", "{}",
              "true", "[null]", "'\\u0000'", "'" + "x".repeat(500) + "'")) {
        anyBytesGetAnAnswer(fixture.with(pointer, value).bytes());
      }
    }
  }
}
