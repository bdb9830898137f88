package io.daybook.sources.magento;

import static io.daybook.sources.magento.Json.CUP;
import static io.daybook.sources.magento.Json.TOTALS;
import static io.daybook.sources.magento.Json.only;
import static io.daybook.sources.magento.Json.order;
import static io.daybook.sources.magento.Json.translate;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.TaxAmount;
import io.daybook.sources.Translation;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private static OrderState state(String text) {
    return only("pull/orders", text, OrderState.class);
  }

  private static long parts(OrderState order) {
    long lines =
        order.lines().stream()
            .mapToLong(
                line -> line.netMinor() + line.taxes().stream().mapToLong(TaxAmount::minor).sum())
            .sum();
    long shipping =
        order.shipping().stream()
            .mapToLong(line ->
                line.grossMinor()
                    - line.discountMinor()
                    + line.taxes().stream().mapToLong(TaxAmount::minor).sum())
            .sum();
    return lines + shipping;
  }

  @Test
  @Tag("accounting-61")
  void anOrderIsToldInItsBaseCurrency() {
    OrderState told = state(order());
    assertThat(told.currency()).isEqualTo(new CurrencyCode("EUR"));
    assertThat(told.presentment()).isEqualTo(new CurrencyCode("USD"));
    assertThat(told.totalMinor()).isEqualTo(10584);
    assertThat(parts(told)).isEqualTo(10584);
    assertThat(told.placedAt()).isEqualTo(Instant.parse("2026-10-01T09:00:00Z"));
    assertThat(told.cancelledAt()).isEmpty();
    OrderLine line = told.lines().getFirst();
    assertThat(line.quantity()).isEqualTo(2);
    assertThat(line.grossMinor()).isEqualTo(10000);
    assertThat(line.discountMinor()).isEqualTo(1000);
    assertThat(line.taxes().getFirst().rate()).isEqualTo("0.08");
  }

  @Test
  void baseAndOrderCurrencyAreNotMixed() {
    String shown =
        TOTALS
            + ",'grand_total':120.01,'tax_amount':9.01,'shipping_amount':9,'discount_amount':-11";
    assertThat(state(order("new", CUP, shown)).totalMinor()).isEqualTo(10584);
  }

  @Test
  void aConfigurableParentAndItsChildAreOneLine() {
    String child =
        "{'item_id':32,'parent_item_id':31,'product_type':'simple','sku':'cup','qty_ordered':2,"
            + "'base_row_total':0,'base_tax_amount':0}";
    OrderState told =
        state(order("new", CUP.replace("simple", "configurable") + "," + child, TOTALS));
    assertThat(told.lines()).hasSize(1);
    assertThat(parts(told)).isEqualTo(10584);
  }

  @Test
  void aBundleIsToldByItsChildrenWhereTheyBearThePrices() {
    String parent =
        "{'item_id':30,'product_type':'bundle','sku':'set','qty_ordered':1,'base_row_total':100}";
    String child = CUP.replace("'item_id':31", "'item_id':31,'parent_item_id':30");
    OrderState told = state(order("new", parent + "," + child, TOTALS));
    assertThat(told.lines()).extracting(line -> line.id().value()).containsExactly("31");
    assertThat(parts(told)).isEqualTo(10584);

    String free = child.replace("'100.0000'", "0");
    String paid = CUP.replace("31", "30").replace("simple", "bundle");
    assertThat(state(order("new", paid + "," + free, TOTALS)).lines())
        .extracting(line -> line.id().value())
        .containsExactly("30");
  }

  @Test
  void aDiscountOnPricesWithTaxLosesTheTaxInIt() {
    // 120 with 20 % tax, 10 % off: 108, of which 18 tax.
    String item =
        "{'item_id':31,'product_type':'simple','qty_ordered':1,'base_row_total':100,"
            + "'base_discount_amount':12,'base_discount_tax_compensation_amount':2,'base_tax_amount':18}";
    OrderState told =
        state(order("new", item, "'base_grand_total':108,'base_discount_amount':-12"));
    assertThat(told.lines().getFirst().discountMinor()).isEqualTo(1000);
    assertThat(parts(told)).isEqualTo(told.totalMinor());
  }

  @Test
  void shippingHasItsOwnTaxAndDiscount() {
    String item = "{'item_id':31,'qty_ordered':1,'base_row_total':100}";
    OrderState told =
        state(
            order(
                "new",
                item,
                "'base_grand_total':110.8,'base_shipping_amount':10,'base_shipping_tax_amount':1.8,"
                    + "'base_shipping_discount_amount':1.2,"
                    + "'base_shipping_discount_tax_compensation_amnt':0.2"));
    assertThat(told.shipping().getFirst().discountMinor()).isEqualTo(100);
    assertThat(parts(told)).isEqualTo(11080);
  }

  @Test
  void theTaxIsDividedByTheRulesThatWereApplied() {
    String taxes =
        TOTALS
            + ",'extension_attributes':{'item_applied_taxes':[{'type':'product','item_id':31,"
            + "'applied_taxes':[{'code':'US-CA','percent':6,'base_amount':5.4},"
            + "{'code':'LA','percent':2,'base_amount':1.81}]},"
            + "{'type':'shipping','applied_taxes':[{'code':'US-CA','percent':8,'base_amount':0.64}]}]}";
    OrderState told = state(order("new", CUP, taxes));
    assertThat(told.lines().getFirst().taxes())
        .extracting(tax -> tax.jurisdiction() + " " + tax.minor())
        .containsExactly("US-CA 539", "LA 181");
    assertThat(told.shipping().getFirst().taxes().getFirst().jurisdiction().value())
        .isEqualTo("US-CA");
  }

  @Test
  void aReplacedOrderIsCancelledEvenBeforeItSaysSo() {
    OrderState first =
        state(
            order(
                "new",
                CUP,
                TOTALS + ",'relation_child_id':'13','relation_child_real_id':'000000012-1'"));
    assertThat(first.cancelledAt()).contains(Instant.parse("2026-10-01T09:05:00Z"));
    OrderState second =
        state(
            order("new", CUP, TOTALS + ",'relation_parent_id':'12'")
                .replace("'entity_id':12", "'entity_id':13"));
    assertThat(second.cancelledAt()).isEmpty();
  }

  @Test
  @Tag("accounting-73")
  void aCancelledOrderSaysWhen() {
    OrderState told =
        state(
            order(
                "canceled",
                CUP.replace("}", ",'qty_canceled':2}"),
                TOTALS
                    + ",'base_total_canceled':105.84,'base_shipping_canceled':8,"
                    + "'status_histories':[{'status':'canceled','created_at':'2026-10-01 09:04:00'}]"));
    assertThat(told.cancelledAt()).contains(Instant.parse("2026-10-01T09:04:00Z"));
    assertThat(told.totalMinor()).isEqualTo(10584);
    assertThat(parts(told)).isEqualTo(10584);
  }

  @Test
  void whatIsCancelledOfALineIsLeftOut() {
    OrderState told =
        state(
            order(
                "processing",
                CUP.replace("}", ",'qty_canceled':1}"),
                TOTALS + ",'base_total_canceled':48.6"));
    assertThat(told.lines().getFirst().quantity()).isEqualTo(1);
    assertThat(told.totalMinor()).isEqualTo(5724);
    assertThat(parts(told)).isEqualTo(5724);
  }

  @Test
  void giftCardsAndStoreCreditPayAndLowerNoPrice() {
    OrderState told =
        state(
            order(
                "new",
                CUP,
                TOTALS.replace("105.84", "70.84")
                    + ",'extension_attributes':{'base_gift_cards_amount':25,"
                    + "'base_customer_balance_amount':10}"));
    assertThat(told.totalMinor()).isEqualTo(10584);
  }

  @Test
  void wrappingAndGiftCardsAreLinesOfTheirOwnKind() {
    String card = CUP.replace("simple", "giftcard");
    OrderState told =
        state(
            order(
                "new",
                card,
                TOTALS + ",'extension_attributes':{'gw_base_price':5,'gw_base_tax_amount':0.4}"));
    assertThat(told.lines())
        .extracting(OrderLine::kind)
        .containsExactly(OrderLine.Kind.GIFT_CARD, OrderLine.Kind.SERVICE);
    assertThat(state(order("new", CUP.replace("simple", "downloadable"), TOTALS)).lines())
        .extracting(OrderLine::kind)
        .containsExactly(OrderLine.Kind.SERVICE);
  }

  @Test
  @Tag("accounting-56")
  void cashOnDeliveryIsSaidBeforeItIsPaid() {
    String text = order().replace("paypal_express", "cashondelivery");
    assertThat(state(text).payBy()).contains(new Gateway("cashondelivery"));
    assertThat(state(order()).payBy()).isEmpty();
  }

  @Test
  @Tag("failure-33")
  void decimalsBeyondTheCurrencysAreRoundedHalfUp() {
    String item = "{'item_id':1,'qty_ordered':1,'base_row_total':'12.3450'}";
    assertThat(state(order("new", item, "'base_grand_total':12.345")).totalMinor()).isEqualTo(1235);
    String yen = order("new", item, "'base_grand_total':'500.0000'").replace("'EUR'", "'JPY'");
    assertThat(state(yen).totalMinor()).isEqualTo(500);
  }

  @Test
  void unknownWordsAreParkedAndBadFieldsNamed() {
    assertThat(translate("pull/orders", order("dreaming", CUP, TOTALS)))
        .isEqualTo(new Translation.Unknown("magento order state dreaming"));
    assertThat(translate("pull/orders", order("new", CUP.replace("simple", "timeshare"), TOTALS)))
        .isEqualTo(new Translation.Unknown("magento product type timeshare"));
    assertThat(translate("pull/orders", order().replace("2026-10-01 09:00:00", "yesterday")))
        .isEqualTo(new Translation.Malformed("created_at", "a time such as 2026-10-05 14:03:00"));
    assertThat(translate("pull/rmas", "{}")).isInstanceOf(Translation.Unknown.class);
  }

  @Test
  void nothingOfACustomerIsTold() {
    String text =
        order(
            "new",
            CUP,
            TOTALS
                + ",'customer_email':'jane@example.com','customer_firstname':'Jane',"
                + "'customer_is_guest':1,'remote_ip':'203.0.113.9'");
    assertThat(state(text).toString()).doesNotContain("jane", "Jane", "203.0");
  }
}
