package io.daybook.sources.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.Translation;
import io.daybook.sources.Translation.Malformed;
import io.daybook.sources.Translation.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
  private static Translation translate(String topic, String body) {
    return new ShopifySource().translate(topic, body.getBytes(UTF_8), Fixture.SHOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/uninstalled",
        "shop/redact",
        "customers/redact",
        "customers/data_request",
        "customers/update",
        "products/update",
        "inventory_items/create"
      })
  void whatConcernsNoMoneyIsUnderstood(String topic) {
    assertThat(translate(topic, "{\"id\":1,\"x\":2}")).isEqualTo(new Translation.Facts(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders/delete", "carts/update", "", "pull/everything", "ORDERS/CREATE"})
  void anUnknownTopicIsParked(String topic) {
    assertThat(translate(topic, "{}")).isEqualTo(new Unknown("shopify topic " + topic));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":5001}", "{\"payload_url\":\"https://example.com/p\",\"id\":1}"})
  void aWebhookTooLargeForItsWayIsParkedAndTheSweepFindsIt(String stub) {
    assertThat(translate("orders/updated", stub))
        .isEqualTo(new Unknown("shopify topic orders/updated without its content"));
  }

  @Test
  void aBodyThatIsNoJsonIsMalformed() {
    assertThat(translate("orders/create", "{\"id\":5001,\"line_it"))
        .isEqualTo(new Malformed("$", "one complete JSON object"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/line_items/0/price_set/shop_money/amount | 'free' | line_items[0].price_set.shop_money.amount | a decimal",
        "/line_items/0/tax_lines/1/price_set/shop_money/amount | '0.721' "
            + "| line_items[0].tax_lines[1].price_set.shop_money.amount | an amount with at most 2 decimals",
        "/line_items/0/tax_lines/1/price_set | null | line_items[0].tax_lines[1].price_set | a value",
        "/line_items/1/quantity | '1' | line_items[1].quantity | a whole number",
        "/line_items/1/price_set/shop_money/currency_code | 'CAD' | line_items[1].price_set "
            + "| an amount in the order's currency USD",
        "/line_items/0/discount_allocations/0/amount_set/shop_money/amount | '99.00' | line_items[0] "
            + "| a line whose quantity is above 0 and whose discount is at most its price",
        "/line_items | null | line_items | a value",
        "/updated_at | '2026-10-09' | updated_at | a time such as 2026-10-05T14:03:00Z",
        "/currency | 'Dollars' | currency | a currency such as USD",
        "/refunds/0/refund_line_items/0/quantity | 0 | refunds[0].refund_line_items[0] "
            + "| a refunded line with a quantity above 0 and amounts of at least 0",
        "/total_price_set/shop_money/amount | '-1.00' | $ | an order whose tip, duties and total are at least 0"
      })
  void aMalformedFieldIsNamedWithWhatWasExpected(
      String pointer, String value, String where, String expected) {
    assertThat(Fixture.of("webhook-order").with(pointer, value).translate("orders/updated"))
        .isEqualTo(new Malformed(where, expected));
  }
}
