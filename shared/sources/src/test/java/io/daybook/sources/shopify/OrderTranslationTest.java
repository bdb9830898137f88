package io.daybook.sources.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Delivery;
import io.daybook.events.Fulfilment;
import io.daybook.events.FulfilmentId;
import io.daybook.events.Gateway;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.Mode;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.ShippingLine;
import io.daybook.events.Sku;
import io.daybook.events.TaxAmount;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import io.daybook.sources.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTranslationTest {
  private static final Fixture ORDER = Fixture.of("webhook-order");
  private static final Fixture PAYMENT = Fixture.of("webhook-order-transaction");
  private static final Fixture PARCEL = Fixture.of("webhook-fulfillment");
  private static final Jurisdiction CALIFORNIA = new Jurisdiction("US-CA");

  private static OrderState state(Fixture order) {
    return order.fact("orders/updated", OrderState.class);
  }

  private static long partsMinor(OrderState order) {
    long minor = order.tipMinor() + order.dutiesMinor();
    for (OrderLine line : order.lines()) {
      minor += line.netMinor() + line.taxes().stream().mapToLong(TaxAmount::minor).sum();
    }
    for (ShippingLine line : order.shipping()) {
      minor +=
          line.grossMinor()
              - line.discountMinor()
              + line.taxes().stream().mapToLong(TaxAmount::minor).sum();
    }
    return minor;
  }

  @Test
  @Tag("accounting-1")
  @Tag("failure-26")
  void anOrderIsReadWithThePlatformsOwnTaxesAndDiscounts() {
    OrderState order = state(ORDER);

    assertThat(order)
        .isEqualTo(
            new OrderState(
                Fixture.SHOP,
                new OrderId("5001"),
                Instant.parse("2026-10-09T17:00:01Z").toEpochMilli(),
                "#1001",
                Instant.parse("2026-10-05T16:29:58Z"),
                new CurrencyCode("USD"),
                new CurrencyCode("USD"),
                List.of(
                    new OrderLine(
                        new LineId("7001"),
                        Optional.of(new Sku("CUP-BLUE")),
                        OrderLine.Kind.GOODS,
                        4,
                        8000,
                        800,
                        List.of(
                            new TaxAmount(CALIFORNIA, "0.0725", 522),
                            new TaxAmount(CALIFORNIA, "0.01", 72))),
                    new OrderLine(
                        new LineId("7002"),
                        Optional.empty(),
                        OrderLine.Kind.GIFT_CARD,
                        1,
                        2500,
                        0,
                        List.of()),
                    new OrderLine(
                        new LineId("7003"),
                        Optional.of(new Sku("WRAP")),
                        OrderLine.Kind.SERVICE,
                        1,
                        200,
                        0,
                        List.of())),
                List.of(
                    new ShippingLine(
                        new LineId("6001"),
                        1000,
                        200,
                        List.of(new TaxAmount(CALIFORNIA, "0.0725", 44)))),
                500,
                300,
                12138,
                Optional.empty(),
                Mode.LIVE));
    assertThat(partsMinor(order)).isEqualTo(order.totalMinor());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders/create",
        "orders/updated",
        "orders/paid",
        "orders/cancelled",
        "orders/fulfilled",
        "orders/partially_fulfilled"
      })
  void everyOrderTopicTellsTheOrderItsParcelsAndItsRefunds(String topic) {
    assertThat(ORDER.facts(topic))
        .extracting(fact -> fact.key().kind())
        .containsExactly("order", "fulfilment", "refund");
  }

  @Test
  @Tag("failure-37")
  void aCancelledOrderSaysWhen() {
    assertThat(state(ORDER.with("/cancelled_at", "'2026-10-06T00:00:00Z'")).cancelledAt())
        .contains(Instant.parse("2026-10-06T00:00:00Z"));
  }

  @Test
  @Tag("failure-other")
  void aTestOrderIsMarkedAndItsPaymentsAreNone() {
    assertThat(state(ORDER.with("/test", "true")).mode()).isEqualTo(Mode.TEST);
    assertThat(PAYMENT.with("/test", "true").facts("order_transactions/create")).isEmpty();
  }

  @Test
  @Tag("accounting-9")
  void aPriceThatIncludesTaxIsSplitByThePlatformsTax() {
    OrderState order =
        state(
            ORDER
                .with("/taxes_included", "true")
                .with("/line_items/0/price_set/shop_money/amount", "'29.75'")
                .with("/line_items/0/discount_allocations", "[]")
                .with("/line_items/0/tax_lines/0/price_set/shop_money/amount", "'19.00'")
                .with("/line_items/0/tax_lines/1/price_set/shop_money/amount", "'0.00'"));

    assertThat(order.lines().getFirst().grossMinor()).isEqualTo(10000);
    assertThat(order.lines().getFirst().discountMinor()).isZero();
    // Shipping: 10.00 less 2.00, with 0.44 of tax in the 8.00 that are paid.
    assertThat(
            order.shipping().getFirst().grossMinor() - order.shipping().getFirst().discountMinor())
        .isEqualTo(756);
  }

  @Test
  void withoutAnAddressTheTaxIsNamedByItsTitle() {
    OrderState order =
        state(ORDER.with("/shipping_address", "null").with("/billing_address", "null"));

    assertThat(order.lines().getFirst().taxes())
        .extracting(TaxAmount::jurisdiction)
        .containsExactly(
            new Jurisdiction("California-State-Tax"), new Jurisdiction("Los-Angeles-County-Tax"));
  }

  @Test
  void withoutAShippingAddressTheBillDecides() {
    assertThat(state(ORDER.with("/shipping_address", "null")).lines().getFirst().taxes())
        .extracting(TaxAmount::jurisdiction)
        .containsOnly(new Jurisdiction("US-NV"));
  }

  @Test
  void shippingThatAnEditRemovedIsLeftOut() {
    assertThat(state(ORDER.with("/shipping_lines/0/is_removed", "true")).shipping()).isEmpty();
  }

  @Test
  void aShippingDiscountWithoutAllocationsIsWhatTheDiscountedPriceSays() {
    assertThat(
            state(ORDER.with("/shipping_lines/0/discount_allocations", "[]"))
                .shipping()
                .getFirst()
                .discountMinor())
        .isEqualTo(200);
  }

  @Test
  @Tag("accounting-7")
  void aPaymentIsKnownByTheGatewaysIdOrByTheShopsForShopifyPayments() {
    assertThat(PAYMENT.fact("order_transactions/create", OrderPayment.class))
        .isEqualTo(
            new OrderPayment(
                Fixture.SHOP,
                new TransactionId("9001"),
                new OrderId("5001"),
                new Gateway("stripe"),
                new CurrencyCode("USD"),
                10138,
                Instant.parse("2026-10-05T16:29:59Z"),
                new Reference("ch_3Nabc")));
    assertThat(
            PAYMENT
                .with("/gateway", "'shopify_payments'")
                .fact("order_transactions/create", OrderPayment.class)
                .reference())
        .isEqualTo(new Reference("9001"));
    assertThat(
            PAYMENT
                .with("/authorization", "null")
                .fact("order_transactions/create", OrderPayment.class)
                .reference())
        .isEqualTo(new Reference("9001"));
  }

  @Test
  @Tag("accounting-67")
  void cashAtTheCounterIsTheDrawers() {
    assertThat(
            PAYMENT
                .with("/gateway", "'cash'")
                .fact("order_transactions/create", OrderPayment.class)
                .tender())
        .hasValue(Tender.CASH);
    assertThat(PAYMENT.fact("order_transactions/create", OrderPayment.class).tender()).isEmpty();
  }

  @Test
  @Tag("accounting-4")
  void taxForWhichTheChannelIsLiableIsTheFacilitators() {
    TaxAmount withheld =
        state(ORDER.with("/line_items/0/tax_lines/0/channel_liable", "true"))
            .lines()
            .getFirst()
            .taxes()
            .getFirst();
    TaxAmount unknown =
        state(ORDER.with("/line_items/0/tax_lines/0/channel_liable", "null"))
            .lines()
            .getFirst()
            .taxes()
            .getFirst();

    assertThat(withheld.collector()).hasValue(TaxAmount.Collector.FACILITATOR);
    assertThat(unknown.collector()).isEmpty();
    assertThat(withheld.minor()).isEqualTo(unknown.minor());
    assertThat(
            Fixture.of("pull-order")
                .with("/lineItems/nodes/0/taxLines/0/channelLiable", "true")
                .fact("pull/orders", OrderState.class)
                .lines()
                .getFirst()
                .taxes()
                .getFirst())
        .isEqualTo(withheld);
  }

  @Test
  @Tag("accounting-89")
  void aDeliveryIsToldByTheSweep() {
    assertThat(
            Fixture.of("pull-order")
                .with("/fulfillments/0/deliveredAt", "'2026-10-08T10:00:00Z'")
                .fact("pull/orders", Delivery.class))
        .isEqualTo(
            new Delivery(
                Fixture.SHOP,
                new FulfilmentId("4001"),
                new OrderId("5001"),
                Instant.parse("2026-10-08T10:00:00Z"),
                Delivery.Outcome.DELIVERED));
    assertThat(Fixture.of("pull-order").facts("pull/orders", Delivery.class)).isEmpty();
    assertThat(PARCEL.facts("fulfillments/update", Delivery.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"authorization", "void", "refund", "change"})
  @Tag("accounting-73")
  void onlyASaleOrCaptureIsAPayment(String kind) {
    assertThat(PAYMENT.with("/kind", "'" + kind + "'").facts("order_transactions/create"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "failure", "error"})
  @Tag("accounting-73")
  void onlyASuccessIsAPayment(String status) {
    assertThat(PAYMENT.with("/status", "'" + status + "'").facts("order_transactions/create"))
        .isEmpty();
  }

  @Test
  @Tag("failure-31")
  void aPaymentInTheCustomersCurrencyIsLeftToTheSweep() {
    Fixture paid = PAYMENT.with("/currency", "'ISK'").with("/amount", "'14170'");
    Fixture swept =
        Fixture.of("pull-order")
            .with(
                "/transactions",
                "[{'id':'gid://shopify/OrderTransaction/9001','kind':'CAPTURE','status':'SUCCESS','test':false,"
                    + "'gateway':'stripe','authorizationCode':'ch_3Nabc','createdAt':'2026-10-05T16:29:59Z',"
                    + "'processedAt':null,'amountSet':{'shopMoney':{'amount':'101.38','currencyCode':'USD'}}}]");

    assertThat(paid.facts("order_transactions/create")).isEmpty();
    assertThat(swept.fact("pull/orders", OrderPayment.class))
        .isEqualTo(PAYMENT.fact("order_transactions/create", OrderPayment.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"currency", "currency_code"})
  void theShopsCurrencyIsFoundUnderEitherName(String name) {
    Fixture paid =
        PAYMENT.with("/total_unsettled_set/shop_money", "{'amount':'0.0','" + name + "':'USD'}");

    assertThat(paid.facts("order_transactions/create")).hasSize(1);
    assertThat(paid.with("/currency", "'EUR'").facts("order_transactions/create")).isEmpty();
  }

  @Test
  @Tag("failure-33")
  void yenHaveNoDecimalsAndDinarsThree() {
    assertThat(paid("500", "JPY")).isEqualTo(500);
    assertThat(paid("500.0", "JPY")).isEqualTo(500);
    assertThat(paid("1.234", "KWD")).isEqualTo(1234);
  }

  private static long paid(String amount, String currency) {
    return PAYMENT
        .with("/amount", "'" + amount + "'")
        .with("/currency", "'" + currency + "'")
        .without("/total_unsettled_set")
        .fact("order_transactions/create", OrderPayment.class)
        .amountMinor();
  }

  @Test
  @Tag("accounting-11")
  void aParcelLeftWhenItWasMade() {
    Fulfilment parcel = PARCEL.fact("fulfillments/create", Fulfilment.class);

    assertThat(parcel.shippedAt()).isEqualTo(Instant.parse("2026-10-06T15:00:00Z"));
    assertThat(parcel.cancelledAt()).isEmpty();
    assertThat(parcel.lines())
        .containsExactly(
            new Fulfilment.Shipped(new LineId("7001"), 2),
            new Fulfilment.Shipped(new LineId("7003"), 1));
  }

  @Test
  @Tag("accounting-14")
  void aCancelledParcelSaysWhen() {
    assertThat(
            PARCEL
                .with("/status", "'cancelled'")
                .fact("fulfillments/update", Fulfilment.class)
                .cancelledAt())
        .contains(Instant.parse("2026-10-06T16:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "open", "failure", "error"})
  void aParcelThatDidNotSucceedHasNotLeft(String status) {
    assertThat(PARCEL.with("/status", "'" + status + "'").facts("fulfillments/update")).isEmpty();
  }

  @Test
  @Tag("failure-21")
  void anEditSaysSinceWhenQuantitiesCount() {
    OrderEdit edit = Fixture.of("webhook-order-edited").fact("orders/edited", OrderEdit.class);

    assertThat(edit.committedAt()).isEqualTo(Instant.parse("2026-10-05T18:00:00Z"));
    assertThat(edit.additions()).containsExactly(new OrderEdit.Change(new LineId("7001"), 2));
    assertThat(edit.removals()).containsExactly(new OrderEdit.Change(new LineId("7003"), 1));
  }

  @Test
  void anEditOfNoQuantityIsNoFact() {
    assertThat(
            Fixture.of("webhook-order-edited")
                .with(
                    "/order_edit/line_items", "{'additions':[],'removals':[{'id':7003,'delta':0}]}")
                .facts("orders/edited"))
        .isEmpty();
  }

  @Test
  void aListThatWasCutShortIsRefused() {
    assertThat(
            Fixture.of("pull-order")
                .with("/lineItems/pageInfo/hasNextPage", "true")
                .translate("pull/orders"))
        .isEqualTo(new Translation.Malformed("lineItems", "a complete list, all pages of it"));
  }

  @Test
  void aSweptMessageHoldsManyObjects() {
    String two = new String(Fixture.of("pull-order").bytes(), UTF_8);
    byte[] body = ("{\"objects\":[" + two + "," + two + "]}").getBytes(UTF_8);

    assertThat(new ShopifySource().translate("pull/orders", body, Fixture.SHOP))
        .isInstanceOfSatisfying(
            Translation.Facts.class,
            told -> assertThat(told.facts()).filteredOn(OrderState.class::isInstance).hasSize(2));
  }
}
