package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.Movement;
import io.daybook.events.OrderState;
import io.daybook.events.Refund.Restock;
import io.daybook.ledger.policy.FeeTax;
import io.daybook.ledger.policy.TaxPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tax that a facilitator owes, marketplaces, and tax on what processors charge. */
class FacilitatorCasesTest {
  private static OrderState hundred() {
    return order(List.of(facilitated("cup", 10000, 0, 600)), List.of());
  }

  private static BalanceTransaction withheld(long minor, String day) {
    return moved("txn_tax_" + minor, Movement.TAX_WITHHELD, minor, "tax", "order/1001", day);
  }

  @Test
  @Tag("accounting-4")
  void aFacilitatorsTaxPassesThrough() {
    TestBooks books = TestBooks.standard();

    assertThat(
            books.effectOf(
                hundred(), paid("1", 10600, "2026-10-01"), charged("1", 10600, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 106.00; Cr 2100 100.00; Cr 2020 6.00"));
    assertThat(books.open(2020, "order/1001")).isEqualTo(-600);
    assertThat(books.marked(2020))
        .singleElement()
        .satisfies(leg -> assertThat(leg.tax().orElseThrow().jurisdiction()).isEqualTo("US-NY"));
  }

  @Test
  @Tag("accounting-5")
  void whatThePlatformWithholdsClearsIt() {
    TestBooks books = TestBooks.standard().tell(hundred(), paid("1", 10600, "2026-10-01"));

    assertThat(books.effectOf(withheld(-600, "2026-10-01")))
        .isEqualTo(entry("Dr 2020 6.00; Cr 1010 6.00"));
    assertThat(books.open(2020, "order/1001")).isZero();
    assertThat(books.balance(2010)).isZero();
  }

  @Test
  @Tag("accounting-4")
  void aProcessorThatIsNetOfTheTaxShowsNoneOfIt() {
    TestBooks books =
        TestBooks.under(policy -> policy.with(policy.tax().with(TaxPolicy.Facilitator.NET)));

    assertThat(
            books.effectOf(
                hundred(), paid("1", 10600, "2026-10-01"), charged("1", 10000, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 100.00; Cr 2100 100.00"));
    assertThat(books.open(1100, "ch_1")).isZero();
    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-02",
                    10600,
                    List.of(returned("cup", 1, 10000, 600, Restock.CANCEL)),
                    0,
                    0),
                refunded("r1", 10000, "2026-10-02")))
        .isEqualTo(entry("Dr 2100 100.00; Cr 1010 100.00"));
    assertThat(books.open(2230, "re_r1")).isZero();
  }

  @Test
  @Tag("accounting-79")
  @Tag("failure-49")
  void aRefundedFacilitatorOrderLeavesNothingOn2020() {
    TestBooks books =
        TestBooks.standard()
            .tell(hundred(), paid("1", 10600, "2026-10-01"), withheld(-600, "2026-10-01"))
            .tell(parcel("p1", "2026-10-02", shipped("cup", 1)));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    10600,
                    List.of(returned("cup", 1, 10000, 600, Restock.NONE)),
                    0,
                    0),
                refunded("r1", 10600, "2026-10-03")))
        .isEqualTo(entry("Dr 4900 100.00; Dr 2020 6.00; Cr 1010 106.00"));
    assertThat(books.effectOf(withheld(600, "2026-10-03")))
        .isEqualTo(entry("Dr 1010 6.00; Cr 2020 6.00"));
    assertThat(books.open(2020, "order/1001")).isZero();
  }

  @Test
  @Tag("accounting-79")
  void beforeShipmentTheRefundComesFromDeferredRevenue() {
    TestBooks books = TestBooks.standard().tell(hundred(), paid("1", 10600, "2026-10-01"));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    10600,
                    List.of(returned("cup", 1, 10000, 600, Restock.CANCEL)),
                    0,
                    0)))
        .isEqualTo(entry("Dr 2100 100.00; Dr 2020 6.00; Cr 2230 106.00"));
  }

  @Test
  @Tag("accounting-91")
  void aMarketplaceSettlesAtShipment() {
    OrderState order =
        order(List.of(facilitated("cup", 10000, 1000, 784)), List.of(shipping(800, 0)));
    TestBooks books = TestBooks.standard();

    assertThat(
            books.effectOf(
                order,
                paid("1", 10584, "2026-10-05"),
                parcel("p1", "2026-10-05", shipped("cup", 1)),
                charged("1", 10584, "2026-10-05")))
        .isEqualTo(
            entry("Dr 1010 105.84; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2020 7.84"));
    assertThat(books.effectOf(withheld(-784, "2026-10-05")))
        .isEqualTo(entry("Dr 2020 7.84; Cr 1010 7.84"));
    assertThat(
            books.effectOf(
                moved(
                    "txn_fees",
                    Movement.FEE,
                    0,
                    "ch_1",
                    "",
                    "2026-10-05",
                    new Fee(Fee.Kind.COMMISSION, 1500),
                    new Fee(Fee.Kind.FULFILMENT, 500))))
        .isEqualTo(entry("Dr 6075 15.00; Dr 5100 5.00; Cr 1010 20.00"));
    assertThat(books.balance(1010)).isEqualTo(7800);
  }

  @Test
  @Tag("accounting-92")
  void buyNowPayLaterIsAGatewayOfItsOwn() {
    TestBooks books = TestBooks.standard();

    assertThat(
            books.effectOf(
                plain(), paid("1", 10584, "2026-10-01"), charged("1", 10584, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 105.84; Cr 2100 98.00; Cr 2010 7.84"));
    assertThat(books.effectOf(moved("txn_fee", Movement.FEE, -664, "ch_1", "", "2026-10-02")))
        .isEqualTo(entry("Dr 6000 6.64; Cr 1010 6.64"));
    assertThat(books.effectOf(moved("txn_po", Movement.PAYOUT, -9920, "po_1", "", "2026-10-03")))
        .isEqualTo(entry("Dr 1005 99.20; Cr 1010 99.20"));
    assertThat(books.balance(1010)).isZero();
  }

  private static TestBooks feeBooks(FeeTax tax) {
    return TestBooks.under(policy -> policy.with(policy.tax().with(tax)));
  }

  private static BalanceTransaction taxedFee() {
    return moved(
        "txn_f",
        Movement.FEE,
        0,
        "ch_1",
        "",
        "2026-10-01",
        new Fee(Fee.Kind.PROCESSING, 300),
        new Fee(Fee.Kind.TAX, 57));
  }

  @Test
  @Tag("accounting-3")
  void taxOnAFeeMayBeRecoverable() {
    assertThat(feeBooks(FeeTax.of(FeeTax.Treatment.RECOVERABLE)).effectOf(taxedFee()))
        .isEqualTo(entry("Dr 6000 3.00; Dr 1330 0.57; Cr 1010 3.57"));
    assertThat(feeBooks(FeeTax.of(FeeTax.Treatment.NOT_RECOVERABLE)).effectOf(taxedFee()))
        .isEqualTo(entry("Dr 6000 3.57; Cr 1010 3.57"));
  }

  @Test
  @Tag("accounting-3")
  void taxOnAFeeMayBeTheMerchantsToAccountFor() {
    FeeTax reverse = new FeeTax(FeeTax.Treatment.REVERSE_CHARGE, 1900);
    TestBooks books = feeBooks(reverse);

    books.tell(moved("txn_f", Movement.FEE, -300, "ch_1", "", "2026-10-01"));
    assertThat(books.of("transaction/txn_f")).isEqualTo(entry("Dr 6000 3.00; Cr 1010 3.00"));
    assertThat(books.of("reverse-charge/txn_f")).isEqualTo(entry("Dr 1330 0.57; Cr 2015 0.57"));

    books.tell(charged("1", 1000, "2026-10-01", new Fee(Fee.Kind.PROCESSING, 300)));
    assertThat(books.of("reverse-charge/txn_1")).isEqualTo(entry("Dr 1330 0.57; Cr 2015 0.57"));
  }

  @Test
  @Tag("accounting-3")
  void eachProcessorMayBeTreatedOtherwise() {
    TestBooks books =
        TestBooks.under(policy ->
            policy.with(
                policy
                    .tax()
                    .with(new FeeTax(FeeTax.Treatment.REVERSE_CHARGE, 1900))
                    .withFeesBy(Map.of("stripe", FeeTax.of(FeeTax.Treatment.RECOVERABLE)))));

    assertThat(books.effectOf(taxedFee()))
        .isEqualTo(entry("Dr 6000 3.00; Dr 1330 0.57; Cr 1010 3.57"));
  }
}
