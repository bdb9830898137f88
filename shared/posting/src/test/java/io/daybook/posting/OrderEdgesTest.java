package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.BANK;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.STRIPE;
import static io.daybook.posting.TestBooks.USD;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Gateway;
import io.daybook.events.ItemCost;
import io.daybook.events.Jurisdiction;
import io.daybook.events.Movement;
import io.daybook.events.Opening;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.events.Settlement;
import io.daybook.events.TaxAmount;
import io.daybook.events.Unclaimed;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Entry;
import io.daybook.ledger.policy.RecognitionPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where cases meet: partly paid, partly sent, edited, called back, refunded and disputed orders. */
class OrderEdgesTest {
  private static final CurrencyCode EUR = new CurrencyCode("EUR");
  private static final Fulfilment PARCEL = parcel("p1", "2026-10-05", shipped("cup", 1));

  private static TestBooks threeCups() {
    return TestBooks.standard()
        .tell(
            order(List.of(goods("a", 3, 3000, 0, tax(240))), List.of()),
            paid("1", 3240, "2026-10-01"));
  }

  private static Refund cups(String id, String day, int units, Restock restock) {
    return refund(
        id,
        day,
        units * 1080L,
        List.of(returned("a", units, units * 1000L, units * 80L, restock)),
        0,
        0);
  }

  private static TestBooks under(RecognitionPolicy.Shipping shipping) {
    return TestBooks.under(policy -> policy.with(policy.recognition().with(shipping)));
  }

  @Test
  void whatComesBackWasDeliveredAsFarAsItWas() {
    TestBooks books = threeCups().tell(parcel("p1", "2026-10-02", shipped("a", 2)));

    assertThat(books.effectOf(cups("r1", "2026-10-03", 1, Restock.RETURN)))
        .isEqualTo(entry("Dr 4900 10.00; Dr 2010 0.80; Cr 2230 10.80"));
    assertThat(books.effectOf(cups("r2", "2026-10-04", 2, Restock.RETURN)))
        .isEqualTo(entry("Dr 4900 10.00; Dr 2100 10.00; Dr 2010 1.60; Cr 2230 21.60"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  void whatIsCancelledWasNotDeliveredAsFarAsItWasNot() {
    assertThat(
            threeCups()
                .tell(parcel("p1", "2026-10-02", shipped("a", 2)))
                .effectOf(cups("r1", "2026-10-03", 2, Restock.NONE)))
        .isEqualTo(entry("Dr 4900 10.00; Dr 2100 10.00; Dr 2010 1.60; Cr 2230 21.60"));
  }

  @Test
  void aRefundTakesUnitsThatAnEditRemovedBeforeThoseStillToBeSent() {
    TestBooks books =
        threeCups().tell(edit("e1", "2026-10-02", List.of(), List.of(change("a", 1))));
    assertThat(books.open(2230, "order/1001")).isEqualTo(-1080);

    assertThat(books.effectOf(cups("r1", "2026-10-03", 2, Restock.CANCEL)))
        .isEqualTo(entry("Dr 2100 10.00; Dr 2010 0.80; Cr 2230 10.80"));
    assertThat(books.open(2230, "order/1001")).isZero();
    assertThat(books.effectOf(cups("r2", "2026-10-04", 1, Restock.CANCEL)))
        .isEqualTo(entry("Dr 2100 10.00; Dr 2010 0.80; Cr 2230 10.80"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  void anAmountOwedBackIsPaidInParts() {
    TestBooks books =
        threeCups().tell(edit("e1", "2026-10-02", List.of(), List.of(change("a", 1))));

    books.tell(amount("r1", "2026-10-03", 500));
    assertThat(books.open(2230, "order/1001")).isEqualTo(-580);
    assertThat(books.effectOf(amount("r2", "2026-10-04", 600)))
        .isEqualTo(entry("Dr 2100 0.19; Dr 2010 0.01; Cr 2230 0.20"));
    assertThat(books.open(2230, "order/1001")).isZero();
  }

  @Test
  void aFigureBelowTheUnitsPriceIsKeptAndOneAboveIsAnAmountWithoutLines() {
    assertThat(
            threeCups()
                .effectOf(
                    refund(
                        "r1",
                        "2026-10-03",
                        864,
                        List.of(returned("a", 1, 800, 64, Restock.CANCEL)),
                        0,
                        0)))
        .isEqualTo(entry("Dr 2100 9.99; Dr 2010 0.64; Cr 4030 1.99; Cr 2230 8.64"));
    assertThat(
            threeCups()
                .effectOf(
                    refund(
                        "r1",
                        "2026-10-03",
                        1280,
                        List.of(returned("a", 1, 1200, 80, Restock.CANCEL)),
                        0,
                        0)))
        .isEqualTo(entry("Dr 2100 11.85; Dr 2010 0.95; Cr 2230 12.80"));
  }

  @Test
  void theLastUnitTakesAllThatIsLeftOfItsLine() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                order(List.of(goods("a", 1, 1000, 0, List.of())), List.of()),
                paid("1", 1000, "2026-10-01"));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    900,
                    List.of(returned("a", 1, 900, 0, Restock.CANCEL)),
                    0,
                    0)))
        .isEqualTo(entry("Dr 2100 10.00; Cr 4030 1.00; Cr 2230 9.00"));
  }

  @Test
  @Tag("accounting-31")
  void shippingThatIsPartlyEarnedIsRefundedFromBothSides() {
    OrderState order =
        order(List.of(goods("a", 2, 2000, 0, List.of())), List.of(shipping(800, 64)));
    TestBooks books =
        under(RecognitionPolicy.Shipping.PRO_RATA)
            .tell(
                order, paid("1", 2864, "2026-10-01"), parcel("p1", "2026-10-02", shipped("a", 1)));

    assertThat(books.effectOf(refund("r1", "2026-10-03", 864, List.of(), 800, 64)))
        .isEqualTo(entry("Dr 2100 4.00; Dr 4910 4.00; Dr 2010 0.64; Cr 2230 8.64"));
    assertThat(books.effectOf(parcel("p2", "2026-10-04", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 10.00; Cr 4000 10.00"));
    assertThat(books.balance(2010)).isZero();
  }

  @Test
  @Tag("accounting-33")
  void aPartlyPaidLineThatIsCancelledOwesBackOnlyWhatWasPaid() {
    TestBooks books = TestBooks.standard().tell(plain(), paid("1", 5292, "2026-10-01"));
    Refund cancelled =
        refund("r1", "2026-10-02", 0, List.of(returned("cup", 1, 9000, 720, Restock.CANCEL)), 0, 0);

    assertThat(books.effectOf(cancelled))
        .isEqualTo(entry("Dr 2100 45.00; Dr 2010 3.60; Cr 2230 48.60"));
    assertThat(books.effectOf(paid("2", 432, "2026-10-03")))
        .isEqualTo(entry("Dr 1100 4.32; Cr 2100 4.00; Cr 2010 0.32"));
  }

  @Test
  @Tag("accounting-14")
  void whatWasPaidInPartBeforeACallBackWaitsInPart() {
    TestBooks books =
        TestBooks.standard()
            .tell(plain(), PARCEL, paid("1", 5000, "2026-10-06"), calledBack(PARCEL, "2026-10-07"));

    assertThat(books.net()).isEqualTo(entry("Dr 1100 50.00; Cr 2100 46.30; Cr 2010 3.70"));
    assertThat(books.open(1100, "order/1001")).isZero();
    assertThat(books.effectOf(paid("2", 5584, "2026-10-08")))
        .isEqualTo(entry("Dr 1100 55.84; Cr 2100 51.70; Cr 2010 4.14"));
    books.tell(parcel("p2", "2026-10-09", shipped("cup", 1)));
    assertThat(books.balance(2100)).isZero();
    assertThat(books.balance(4010)).isEqualTo(-800);
  }

  @Test
  @Tag("accounting-14")
  void whatWasGivenBackBeforeACallBackIsNotGivenBackAgain() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(), paid("1", 10584, "2026-10-01"), PARCEL, amount("r1", "2026-10-06", 1000));
    var sent = books.net();

    books.tell(calledBack(PARCEL, "2026-10-07"));
    assertThat(books.balance(2100)).isEqualTo(-8874);
    assertThat(books.balance(4900)).isZero();

    books.tell(parcel("p2", "2026-10-08", shipped("cup", 1)));
    assertThat(books.net()).isEqualTo(sent);
    assertThat(
            books.effectOf(
                refund(
                    "r2",
                    "2026-10-09",
                    9584,
                    List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
                    800,
                    64)))
        .containsEntry("2010", 710L)
        .doesNotContainKey("6010");
  }

  @Test
  @Tag("accounting-40")
  void whatIsSentAfterItsDisputeWasLostShowsAsAReturn() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(),
                paid("1", 10584, "2026-10-01"),
                lost("dp_1", "2026-10-03", "fraudulent", 10584));

    assertThat(books.effectOf(PARCEL))
        .isEqualTo(entry("Dr 4900 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(books.effectOf(lost("dp_2", "2026-10-20", "general", 100)))
        .isEqualTo(entry("Dr 6010 1.00; Cr 1200 1.00"));
  }

  @Test
  @Tag("accounting-40")
  void twoHalvesOfAnOrderLostAreTheWhole() {
    TestBooks books = TestBooks.standard().tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL);

    books.tell(
        lost("dp_1", "2026-10-20", "general", 5291), lost("dp_2", "2026-10-21", "general", 5293));
    assertThat(books.balance(4900)).isEqualTo(9784);
    assertThat(books.balance(4910)).isEqualTo(800);
    assertThat(books.balance(6010)).isZero();
    assertThat(books.balance(2010)).isEqualTo(-784);
    books.tell(
        refund("r1", "2026-10-22", 720, List.of(returned("cup", 1, 0, 720, Restock.NONE)), 0, 0));
    assertThat(books.balance(6010)).isEqualTo(720);
  }

  @Test
  @Tag("accounting-40")
  void nothingIsLostTwiceOfATipOrAGiftCard() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                full(),
                paid("1", 13884, "2026-10-01"),
                PARCEL,
                lost("dp_1", "2026-10-20", "general", 13884));

    assertThat(books.effectOf(amount("r1", "2026-10-22", 100)))
        .isEqualTo(entry("Dr 6010 1.00; Cr 2230 1.00"));
  }

  @Test
  @Tag("accounting-78")
  void anAmountBeyondRevenueTakesTipDutiesAndGiftCardsBeforeItIsALoss() {
    TestBooks books = TestBooks.standard().tell(full(), paid("1", 13884, "2026-10-01"));

    assertThat(books.effectOf(amount("r1", "2026-10-22", 13984)))
        .isEqualTo(
            entry(
                "Dr 2100 98.00; Dr 2010 7.84; Dr 2220 5.00; Dr 2030 3.00; Dr 2200 25.00; Dr 6010 1.00; Cr 2230 139.84"));
  }

  private static OrderState withService() {
    return order(
        List.of(
            goods("cup", 1, 1000, 0, List.of()),
            line("wrap", OrderLine.Kind.SERVICE, 300, List.of()),
            line("card", OrderLine.Kind.GIFT_CARD, 500, List.of())),
        List.of(shipping(800, 0)));
  }

  @Test
  void aFulfilmentMarkOnAServiceOrAGiftCardIsNoParcel() {
    TestBooks books = TestBooks.standard().tell(withService(), paid("1", 2600, "2026-10-01"));

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("wrap", 1), shipped("card", 1))))
        .isEmpty();
    assertThat(books.on("2026-10-02")).isEqualTo(entry("Dr 2100 3.00; Cr 4000 3.00"));
    assertThat(books.effectOf(parcel("p2", "2026-10-03", shipped("cup", 1))))
        .isEqualTo(entry("Dr 2100 18.00; Cr 4000 10.00; Cr 4010 8.00"));
    assertThat(books.kinds()).containsOnly(Discrepancy.Kind.COST_UNKNOWN);
  }

  @Test
  void aServiceOfAnUnpaidOrderIsNotEarnedAndOneOfACalledBackFulfilmentIs() {
    TestBooks books = TestBooks.standard().tell(withService(), paid("1", 2599, "2026-10-01"));
    assertThat(books.balance(4000)).isZero();

    Fulfilment marked = parcel("p1", "2026-10-03", shipped("wrap", 1));
    books.tell(paid("2", 1, "2026-10-02"), marked);
    assertThat(books.on("2026-10-02")).doesNotContainKey("4000");
    books.tell(calledBack(marked, "2026-10-04"));
    assertThat(books.on("2026-10-02")).containsEntry("4000", -300L);
  }

  @Test
  void whereThereAreNoGoodsAMarkEarnsTheShipping() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                order(
                    List.of(line("wrap", OrderLine.Kind.SERVICE, 300, List.of())),
                    List.of(shipping(800, 0))),
                paid("1", 1100, "2026-10-01"));

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("wrap", 1))))
        .isEqualTo(entry("Dr 2100 8.00; Cr 4010 8.00"));
  }

  @Test
  @Tag("accounting-12")
  void shippingIsEarnedWhenARefundOrAnEditLeavesNothingMoreToSend() {
    OrderState order =
        order(
            List.of(goods("a", 1, 1000, 0, List.of()), goods("b", 1, 1000, 0, List.of())),
            List.of(shipping(800, 0)));
    Fact[] sentOne = {
      order, paid("1", 2800, "2026-10-01"), parcel("p1", "2026-10-02", shipped("a", 1))
    };

    assertThat(
            under(RecognitionPolicy.Shipping.LAST_PARCEL)
                .tell(sentOne)
                .effectOf(
                    refund(
                        "r1",
                        "2026-10-03",
                        1000,
                        List.of(returned("b", 1, 1000, 0, Restock.CANCEL)),
                        0,
                        0)))
        .isEqualTo(entry("Dr 2100 18.00; Cr 2230 10.00; Cr 4010 8.00"));
    assertThat(
            under(RecognitionPolicy.Shipping.LAST_PARCEL)
                .tell(sentOne)
                .effectOf(edit("e1", "2026-10-03", List.of(), List.of(change("b", 1)))))
        .isEqualTo(entry("Dr 2100 18.00; Cr 2230 10.00; Cr 4010 8.00"));
    assertThat(
            under(RecognitionPolicy.Shipping.LAST_PARCEL)
                .tell(order, paid("1", 2800, "2026-10-01"))
                .effectOf(
                    edit("e1", "2026-10-03", List.of(), List.of(change("a", 1), change("b", 1)))))
        .isEqualTo(entry("Dr 2100 20.00; Cr 2230 20.00"));
  }

  @Test
  void anEditThatRemovesWhatIsNotThereIsReported() {
    TestBooks books =
        threeCups()
            .tell(edit("e1", "2026-10-02", List.of(), List.of(change("a", 4), change("z", 1))));

    assertThat(books.balance(2100)).isZero();
    assertThat(books.only(Discrepancy.Kind.ORDER_DOES_NOT_ADD_UP))
        .hasValueSatisfying(
            found -> assertThat(found.reason()).contains("edit e1 removes 2 units"));
  }

  @Test
  void unitsThatAnEditAddsCountFromTheEditOn() {
    OrderState order = order(List.of(goods("a", 3, 3000, 300, tax(240))), List.of());
    TestBooks books =
        TestBooks.standard()
            .tell(order, edit("e1", "2026-10-03", List.of(change("a", 2)), List.of()))
            .tell(paid("1", 980, "2026-10-01"), paid("2", 1960, "2026-10-04"));

    assertThat(books.on("2026-10-01")).isEqualTo(entry("Dr 1100 9.80; Cr 2100 9.00; Cr 2010 0.80"));
    assertThat(books.on("2026-10-04"))
        .isEqualTo(entry("Dr 1100 19.60; Cr 2100 18.00; Cr 2010 1.60"));
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-50")
  void aSettlementsDifferenceIsSpreadOverGoodsAndServicesOnly() {
    OrderState order =
        order(
            List.of(
                goods("a", 1, 1000, 0, List.of()),
                goods("b", 1, 3000, 0, List.of()),
                line("card", OrderLine.Kind.GIFT_CARD, 1000, List.of())),
            List.of(shipping(1000, 0)));
    TestBooks books =
        TestBooks.standard()
            .tell(
                in(order, "USD", "EUR"),
                paid("1", 6000, "2026-10-01"),
                settled("1", 5900, "2026-10-02"));

    assertThat(books.net()).isEqualTo(entry("Dr 1100 59.00; Cr 2100 49.00; Cr 2200 10.00"));
    assertThat(books.effectOf(parcel("p1", "2026-10-03", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 19.75; Cr 4000 9.75; Cr 4010 10.00"));
    assertThat(books.effectOf(parcel("p2", "2026-10-04", shipped("b", 1))))
        .isEqualTo(entry("Dr 2100 29.25; Cr 4000 29.25"));
  }

  @Test
  @Tag("accounting-50")
  void twoPaymentsSettledUnderOneReferenceAreCorrectedOnce() {
    OrderPayment first = paid("1", 4000, "2026-10-01");
    OrderPayment second =
        new OrderPayment(
            SHOP,
            paid("2", 1, "2026-10-01").id(),
            ORDER,
            first.gateway(),
            USD,
            6000,
            at("2026-10-02"),
            first.reference());
    TestBooks books =
        TestBooks.standard()
            .tell(
                in(order(List.of(goods("a", 1, 10000, 0, List.of())), List.of()), "USD", "EUR"),
                first,
                second)
            .tell(settled("1", 9900, "2026-10-03"));

    assertThat(books.open(1100, "ch_1")).isEqualTo(9900);
    assertThat(books.balance(2100)).isEqualTo(-9900);
  }

  @Test
  void aSettlementOfAGatewayWithoutAFeedOrOfAnUnknownPaymentChangesNothing() {
    TestBooks books =
        TestBooks.standard()
            .tell(in(plain(), "USD", "EUR"), paid("1", new Gateway("cash"), 10584, "2026-10-01"));
    assertThat(books.effectOf(settled("1", 10000, "2026-10-02"), settled("7", 100, "2026-10-02")))
        .isEmpty();
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("failure-31")
  void nothingForeignIsPostedAndEachIsReported() {
    OrderPayment paid = paid("1", 10584, "2026-10-01");
    Dispute lost = lost("dp_1", "2026-10-20", "general", 100);
    Refund refund = amount("r1", "2026-10-03", 100);
    TestBooks books =
        TestBooks.standard()
            .tell(plain())
            .tell(
                new OrderPayment(
                    SHOP,
                    paid.id(),
                    ORDER,
                    paid.gateway(),
                    EUR,
                    10584,
                    paid.at(),
                    paid.reference()),
                new Settlement(SHOP, paid.reference(), ORDER, EUR, 10000, at("2026-10-02")),
                new Refund(
                    SHOP,
                    refund.id(),
                    ORDER,
                    refund.at(),
                    EUR,
                    List.of(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    refund.payments()),
                new Dispute(
                    STRIPE,
                    lost.id(),
                    lost.status(),
                    "",
                    EUR,
                    100,
                    lost.openedAt(),
                    lost.closedAt(),
                    Optional.empty(),
                    lost.order()),
                new BankLine(
                    BANK,
                    new BankLineId("b1"),
                    EUR,
                    100,
                    LocalDate.parse("2026-10-02"),
                    "",
                    List.of()),
                new Unclaimed(
                    STRIPE, "1100", new Reference("x"), 1, EUR, 100, LocalDate.parse("2026-10-02")),
                new Payout(
                    STRIPE,
                    new PayoutId("po_1"),
                    Payout.Status.PAID,
                    EUR,
                    100,
                    at("2026-10-02"),
                    Optional.empty()),
                new Opening(
                    Origin.parse("daybook:blue-cup"),
                    new Reference("o"),
                    LocalDate.parse("2026-10-01"),
                    "Ann",
                    List.of(new Opening.Balance("1005", EUR, 100, Optional.empty()))));

    assertThat(books.entries()).isEmpty();
    assertThat(books.kinds()).filteredOn(Discrepancy.Kind.RATE_UNKNOWN::equals).hasSize(7);
    assertThat(books.kinds())
        .contains(Discrepancy.Kind.PAYOUT_UNATTRIBUTED, Discrepancy.Kind.BANK_LINE_UNKNOWN);
  }

  @Test
  @Tag("accounting-13")
  void aCostInOtherMoneyIsReportedAndNoLeg() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                new ItemCost(
                    SHOP, CUP, at("2026-01-01"), Optional.of(EUR), new BigDecimal("40.00")))
            .tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL);

    assertThat(books.balance(5000)).isZero();
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.RATE_UNKNOWN);
  }

  @Test
  void whatHappensAtOneInstantHasOneOrder() {
    OrderState order = order(List.of(goods("cup", 1, 10175, 0, tax(825))), List.of());
    List<Fact> facts =
        List.of(
            amount("r2", "2026-10-08", 5500),
            amount("r1", "2026-10-08", 5500),
            parcel("p1", "2026-10-08", shipped("cup", 1)),
            paid("1", 11000, "2026-10-08"),
            order);
    TestBooks books = TestBooks.standard();
    books.learn(SUBJECT, facts);

    assertThat(books.open(1100, "order/1001")).isZero();
    assertThat(books.entries())
        .extracting(Entry::occasion)
        .containsExactly("payment/1", "refund/r1", "refund/r2", "shipment/p1");
    assertThat(books.entries().get(1).legs())
        .anySatisfy(
            leg -> assertThat(leg.account() + " " + leg.minor()).isEqualTo("2010:US-NY 413"));
    assertThat(books.entries().getFirst().memo()).isEqualTo("#1001: paid through stripe");
  }

  @Test
  void anOccasionOfMoreLegsThanAnEntryCanHaveIsReportedAndNotPosted() {
    List<TaxAmount> taxes = new ArrayList<>();
    for (int jurisdiction = 0; jurisdiction < 250; jurisdiction++) {
      taxes.add(new TaxAmount(new Jurisdiction("J" + jurisdiction), "", 10));
    }
    TestBooks books =
        TestBooks.standard()
            .tell(
                order(List.of(goods("a", 1, 1000, 0, taxes)), List.of()),
                paid("1", 3500, "2026-10-01"));

    assertThat(books.entries()).isEmpty();
    assertThat(books.only(Discrepancy.Kind.SUBJECT_FULL))
        .hasValueSatisfying(
            found -> assertThat(found.reason()).contains("payment/1 needs 252 legs"));
  }

  @Test
  void theReasonNamesTheTypeThatNoTableKnows() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                moved("t1", Movement.UNKNOWN, -39, "x", "", "2026-10-12"),
                moved("t2", Movement.CHARGE, 39, "y", "", "2026-10-12"));

    assertThat(books.discrepancies())
        .extracting(Discrepancy::reason)
        .containsExactly(
            "no table knows the type 'UNKNOWN' of transaction t1",
            "charge t2 names nothing that it belongs to");
    assertThat(books.entries().getFirst().memo()).isEqualTo("unknown t1");
  }
}
