package io.daybook.sources.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.LineId;
import io.daybook.events.OrderId;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.events.RefundId;
import io.daybook.events.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundTranslationTest {
  private static final Fixture REFUND = Fixture.of("webhook-refund");

  private static Refund refund(Fixture refund) {
    return refund.fact("refunds/create", Refund.class);
  }

  private static String usd(String amount) {
    return "{'shop_money':{'amount':'" + amount + "','currency_code':'USD'}}";
  }

  @Test
  @Tag("accounting-27")
  void aRefundSaysWhatIsGivenBackAndHow() {
    assertThat(refund(REFUND))
        .isEqualTo(
            new Refund(
                Fixture.SHOP,
                new RefundId("8101"),
                new OrderId("5001"),
                Instant.parse("2026-10-09T17:00:00Z"),
                new CurrencyCode("USD"),
                List.of(new Refund.Line(new LineId("7001"), 1, 1800, 150, Restock.RETURN)),
                400,
                22,
                0,
                0,
                -70,
                Optional.of(0L),
                List.of(
                    new Refund.Payment(
                        new TransactionId("9101"),
                        new Gateway("stripe"),
                        2302,
                        new Reference("re_3Nabc")))));
  }

  @ParameterizedTest
  @CsvSource({"return,RETURN", "cancel,CANCEL", "no_restock,NONE", "legacy_restock,NONE"})
  @Tag("accounting-28")
  @Tag("failure-36")
  void stockMovesOnlyForWhatCameBack(String said, Restock meant) {
    assertThat(
            refund(REFUND.with("/refund_line_items/0/restock_type", "'" + said + "'"))
                .lines()
                .getFirst()
                .restock())
        .isEqualTo(meant);
  }

  @Test
  @Tag("accounting-31")
  void shippingRefundedByAnAdjustmentCountsOnce() {
    String adjustment =
        "[{'kind':'shipping_refund','reason':'Shipping refund','amount_set':"
            + usd("-8.00")
            + ",'tax_amount_set':"
            + usd("-0.64")
            + "}]";
    Fixture old =
        REFUND
            .with("/refund_line_items", "[]")
            .with("/order_adjustments", adjustment)
            .with("/transactions/0/amount", "'8.64'");

    Refund byAdjustment = refund(old.with("/refund_shipping_lines", "[]"));
    Refund byBoth =
        refund(
            old.with(
                "/refund_shipping_lines",
                "[{'subtotal_amount_set':"
                    + usd("8.00")
                    + ",'tax_amount_set':"
                    + usd("0.64")
                    + "}]"));

    assertThat(byAdjustment.shippingMinor()).isEqualTo(800);
    assertThat(byAdjustment.shippingTaxMinor()).isEqualTo(64);
    assertThat(byAdjustment.adjustmentTaxMinor()).isEmpty();
    assertThat(byBoth).isEqualTo(byAdjustment);
  }

  @Test
  void anAmountOnlyRefundIsAnAdjustmentGiven() {
    Refund refund =
        refund(
            REFUND
                .with("/refund_line_items", "[]")
                .with("/refund_shipping_lines", "[]")
                .with(
                    "/order_adjustments",
                    "[{'kind':'refund_discrepancy','reason':'Refund discrepancy','amount_set':"
                        + usd("-9.26")
                        + ",'tax_amount_set':"
                        + usd("-0.74")
                        + "}]")
                .with("/transactions/0/amount", "'10.00'"));

    assertThat(refund.adjustmentMinor()).isEqualTo(1000);
    assertThat(refund.adjustmentTaxMinor()).contains(74L);
  }

  @Test
  @Tag("accounting-33")
  @Tag("failure-14")
  void aFailedRefundPaymentIsLeftOutAndAPendingOneCounts() {
    assertThat(refund(REFUND).payments())
        .extracting(Refund.Payment::id)
        .containsExactly(new TransactionId("9101"));
    assertThat(refund(REFUND.with("/transactions/0/status", "'pending'")).payments()).hasSize(1);
  }

  @Test
  void subtotalsThatIncludeTaxAreFoundByTheirSum() {
    // 18.00 + 4.00 with 1.50 and 0.22 of tax in them, less 0.70 kept.
    Refund refund = refund(REFUND.with("/transactions/0/amount", "'21.30'"));

    assertThat(refund.lines())
        .containsExactly(new Refund.Line(new LineId("7001"), 1, 1650, 150, Restock.RETURN));
    assertThat(refund.shippingMinor()).isEqualTo(378);
    assertThat(refund.shippingTaxMinor()).isEqualTo(22);
  }

  @Test
  void whereNothingWasPaidBackTheOrderSaysWhetherTaxIsIncluded() {
    Fixture order = Fixture.of("webhook-order").with("/refunds/0/transactions", "[]");

    assertThat(REFUND.with("/transactions", "[]").facts("refunds/create")).isEmpty();
    assertThat(order.fact("orders/updated", Refund.class).lines().getFirst().netMinor())
        .isEqualTo(1800);
    assertThat(
            order
                .with("/taxes_included", "true")
                .fact("orders/updated", Refund.class)
                .lines()
                .getFirst()
                .netMinor())
        .isEqualTo(1650);
  }

  @Test
  @Tag("failure-31")
  void aRefundPaidInTheCustomersCurrencyIsLeftToTheSweep() {
    assertThat(REFUND.with("/transactions/0/currency", "'EUR'").facts("refunds/create")).isEmpty();
  }

  @Test
  void aRefundOfNothingIsNoFact() {
    assertThat(
            REFUND
                .with("/refund_line_items", "[]")
                .with("/refund_shipping_lines", "[]")
                .with("/order_adjustments", "[]")
                .with("/transactions", "[]")
                .facts("refunds/create"))
        .isEmpty();
  }

  @Test
  @Tag("failure-other")
  void aRefundOfTestMoneyIsNoFact() {
    assertThat(REFUND.with("/transactions/0/test", "true").facts("refunds/create")).isEmpty();
  }

  @Test
  void refundedDutiesAreApart() {
    assertThat(
            refund(
                    REFUND
                        .with("/duties", "[{'duty_id':1,'amount_set':" + usd("3.00") + "}]")
                        .with("/transactions/0/amount", "'26.02'"))
                .dutiesMinor())
        .isEqualTo(300);
  }
}
