package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.Delivery.Outcome;
import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.LineId;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund.Restock;
import io.daybook.events.ShippingLine;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Policy;
import io.daybook.ledger.policy.DeliveryPolicy;
import io.daybook.ledger.policy.RecognitionPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a sale is revenue, under every policy: delivery, no deferral, terms, cash books, agents, what never ships. */
class RecognitionCasesTest {
  private static final Fulfilment PARCEL = parcel("p1", "2026-10-05", shipped("cup", 1));

  private static TestBooks under(RecognitionPolicy recognition) {
    return TestBooks.under(policy -> policy.with(recognition));
  }

  private static TestBooks atDelivery() {
    return under(RecognitionPolicy.standard().with(RecognitionPolicy.Trigger.DELIVERY))
        .tell(cost(4000, "2026-01-01"));
  }

  private static TestBooks withoutDeferral() {
    return under(RecognitionPolicy.standard().with(RecognitionPolicy.Deferral.OFF));
  }

  private static TestBooks cash() {
    return under(RecognitionPolicy.standard().with(RecognitionPolicy.Basis.CASH));
  }

  @Test
  @Tag("accounting-89")
  void goodsAreUnderWayUntilTheyAreDelivered() {
    TestBooks books = atDelivery().tell(plain(), paid("1", 10584, "2026-10-01"));

    assertThat(books.effectOf(parcel("p1", "2026-10-30", shipped("cup", 1))))
        .isEqualTo(entry("Dr 1310 40.00; Cr 1300 40.00"));
    assertThat(books.effectOf(delivery("p1", "2026-10-31", Outcome.DELIVERED)))
        .isEqualTo(
            entry(
                "Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Dr 5000 40.00; Cr 1310 40.00"));
    assertThat(books.of("shipment/p1"))
        .isEqualTo(entry("Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(books.on("2026-10-31")).containsEntry("1310", -4000L);
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-A13")
  void aParcelOfWhichNobodyTellsCountsAsDeliveredAfterThePolicysDays() {
    TestBooks books = atDelivery().tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL);

    assertThat(books.on("2026-10-12")).containsEntry("4000", -10000L).containsEntry("1310", -4000L);
    assertThat(books.only(Discrepancy.Kind.DELIVERY_ASSUMED))
        .hasValueSatisfying(found -> assertThat(found.reason()).contains("parcel p1"));

    books.tell(delivery("p1", "2026-10-08", Outcome.DELIVERED));
    assertThat(books.on("2026-10-12")).isEmpty();
    assertThat(books.on("2026-10-08")).containsEntry("4000", -10000L);
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-A13")
  void theDaysAreThoseOfCarrierAndZone() {
    Fulfilment abroad =
        new Fulfilment(
            PARCEL.origin(),
            PARCEL.id(),
            PARCEL.order(),
            1,
            PARCEL.shippedAt(),
            Optional.empty(),
            PARCEL.lines(),
            Optional.of("dhl"),
            Optional.of("US"));
    TestBooks books =
        TestBooks.under(policy ->
            policy
                .with(policy.recognition().with(RecognitionPolicy.Trigger.DELIVERY))
                .with(new DeliveryPolicy(2, Map.of("dhl/US", 20))));

    books.tell(plain(), paid("1", 10584, "2026-10-01"), abroad);
    assertThat(books.on("2026-10-25")).containsEntry("4000", -10000L);
  }

  @Test
  @Tag("accounting-A13")
  void whatIsStillUnderWayIsNotAssumedYet() {
    TestBooks books =
        atDelivery()
            .tell(
                plain(),
                paid("1", 10584, "2026-10-01"),
                parcel("p1", "2026-10-26", shipped("cup", 1)));

    assertThat(books.balance(4000)).isZero();
    assertThat(books.balance(2100)).isEqualTo(-9800);
    assertThat(books.balance(1310)).isEqualTo(4000);
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-A13")
  void whatTheCustomerSendsBackHadArrived() {
    TestBooks books =
        atDelivery()
            .tell(
                plain(),
                paid("1", 10584, "2026-10-01"),
                parcel("p1", "2026-10-26", shipped("cup", 1)));

    books.tell(
        refund(
            "r1",
            "2026-10-28",
            9720,
            List.of(returned("cup", 1, 9000, 720, Restock.RETURN)),
            0,
            0));
    assertThat(books.of("shipment/p1"))
        .isEqualTo(entry("Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(books.of("refund/r1"))
        .isEqualTo(entry("Dr 4900 90.00; Dr 2010 7.20; Cr 2230 97.20"));
    assertThat(books.of("restock/r1")).isEqualTo(entry("Dr 1300 40.00; Cr 5000 40.00"));
    assertThat(books.balance(1310)).isZero();
    assertThat(books.kinds()).isEmpty();
    assertThat(books.learn(SUBJECT, List.of()).due()).isEmpty();

    TestBooks later = atDelivery().tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL);
    later.tell(
        refund(
            "r1",
            "2026-10-28",
            9720,
            List.of(returned("cup", 1, 9000, 720, Restock.RETURN)),
            0,
            0));
    assertThat(later.on("2026-10-12")).containsEntry("4000", -10000L);
  }

  @Test
  @Tag("accounting-A13")
  void aParcelThatComesBackUndeliveredWasNoSale() {
    TestBooks books = atDelivery().tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL);

    books.tell(delivery("p1", "2026-10-20", Outcome.RETURNED));

    assertThat(books.balance(4000)).isZero();
    assertThat(books.on("2026-10-20")).isEqualTo(entry("Dr 1300 40.00; Cr 1310 40.00"));
    assertThat(books.balance(2100)).isEqualTo(-9800);
  }

  @Test
  @Tag("accounting-89")
  void aParcelCalledBackAfterItsDeliveryComesFromTheCostOfGoods() {
    TestBooks books =
        atDelivery()
            .tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL)
            .tell(delivery("p1", "2026-10-08", Outcome.DELIVERED));

    assertThat(books.effectOf(delivery("p1", "2026-10-20", Outcome.RETURNED)))
        .isEqualTo(
            entry(
                "Dr 4000 100.00; Dr 4010 8.00; Cr 4090 10.00; Cr 2100 98.00; Dr 1300 40.00; Cr 5000 40.00"));
  }

  @Test
  @Tag("accounting-8")
  void withoutDeferralAPaidOrderIsRevenue() {
    TestBooks books = withoutDeferral();

    assertThat(
            books.effectOf(
                full(),
                paid("1", 11884, "2026-11-01T12:00:00Z"),
                paid("2", OrderPayment.GIFT_CARD, 2000, "2026-11-01T12:00:00Z"),
                charged("1", 11884, "2026-11-01T12:00:00Z")))
        .isEqualTo(
            entry(
                "Dr 1010 118.84; Dr 2200 20.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 7.84; Cr 2220 5.00; Cr 2030 3.00; Cr 2200 25.00"));
  }

  @Test
  @Tag("accounting-8")
  @Tag("accounting-A16")
  @Tag("failure-50")
  void overTheMonthsEndWhatIsNotSentIsDeferredForANight() {
    TestBooks books = withoutDeferral().tell(plain(), paid("1", 10584, "2026-09-15"));

    assertThat(books.on("2026-09-30"))
        .isEqualTo(entry("Dr 4000 100.00; Dr 4010 8.00; Cr 4090 10.00; Cr 2100 98.00"));
    assertThat(books.on("2026-10-01"))
        .isEqualTo(entry("Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(books.of("cut-off/2026-09-30/reversal")).containsEntry("2100", 9800L);
    // The clock stands on 31 October in New York: that month is not over.
    assertThat(books.of("cut-off/2026-10-31")).isEmpty();

    books.tell(parcel("p1", "2026-09-30", shipped("cup", 1)));
    assertThat(books.on("2026-09-30")).isEmpty();
    assertThat(books.on("2026-10-01")).isEmpty();
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-8")
  void onlyTheUnitsThatAreNotSentAreCutOff() {
    OrderState order = order(List.of(goods("a", 4, 4000, 400, List.of())), List.of());
    TestBooks books =
        withoutDeferral()
            .tell(order, paid("1", 3600, "2026-09-15"))
            .tell(parcel("p1", "2026-09-20", shipped("a", 1)))
            .tell(
                refund(
                    "r1",
                    "2026-09-21",
                    900,
                    List.of(returned("a", 1, 900, 0, Restock.CANCEL)),
                    0,
                    0));

    assertThat(books.of("cut-off/2026-09-30"))
        .isEqualTo(entry("Dr 4000 20.00; Cr 4090 2.00; Cr 2100 18.00"));
    assertThat(books.of("refund/r1")).isEqualTo(entry("Dr 4900 9.00; Cr 2230 9.00"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-8")
  void withoutDeferralAPartOfThePriceIsAPartOfTheRevenue() {
    TestBooks books = withoutDeferral().tell(plain(), paid("1", 5292, "2026-10-01"));

    assertThat(books.net())
        .isEqualTo(entry("Dr 1100 52.92; Dr 4090 5.00; Cr 4000 50.00; Cr 4010 4.00; Cr 2010 3.92"));
    assertThat(books.effectOf(PARCEL))
        .isEqualTo(entry("Dr 1100 52.92; Dr 4090 5.00; Cr 4000 50.00; Cr 4010 4.00; Cr 2010 3.92"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-8")
  @Tag("failure-37")
  void withoutDeferralACancelledOrderIsReturned() {
    TestBooks books = withoutDeferral().tell(plain(), paid("1", 10584, "2026-10-01"));

    assertThat(books.effectOf(cancelled(plain(), "2026-10-03")))
        .isEqualTo(entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 2230 105.84"));
  }

  private static OrderState annual(String from, String to, long net) {
    OrderLine line =
        new OrderLine(
            new LineId("plan"),
            Optional.empty(),
            OrderLine.Kind.SERVICE,
            1,
            net,
            0,
            List.of(),
            Optional.of(new OrderLine.Term(LocalDate.parse(from), LocalDate.parse(to))),
            Optional.empty(),
            Optional.empty());
    OrderState order = order(List.of(line), List.of());
    return new OrderState(
        order.origin(),
        order.id(),
        order.version(),
        order.name(),
        at(from),
        order.currency(),
        order.presentment(),
        order.lines(),
        order.shipping(),
        0,
        0,
        net,
        Optional.empty(),
        order.mode());
  }

  @Test
  @Tag("accounting-17")
  @Tag("accounting-A8")
  @Tag("failure-48")
  void aSubscriptionIsEarnedMonthByMonth() {
    TestBooks books = under(RecognitionPolicy.standard().with(RecognitionPolicy.Term.BY_MONTH));

    books.tell(
        annual("2026-01-01", "2026-12-31", 120000),
        paid("1", 120000, "2026-01-01"),
        charged("1", 120000, "2026-01-01", new Fee(Fee.Kind.PROCESSING, 3600)));

    assertThat(books.on("2026-01-01"))
        .isEqualTo(entry("Dr 1010 1200.00; Cr 2100 1200.00; Dr 6000 36.00; Cr 1010 36.00"));
    assertThat(books.on("2026-01-31")).isEqualTo(entry("Dr 2100 100.00; Cr 4000 100.00"));
    assertThat(books.on("2026-09-30")).isEqualTo(entry("Dr 2100 100.00; Cr 4000 100.00"));
    assertThat(books.on("2026-10-31")).isEmpty();
    assertThat(books.balance(2100)).isEqualTo(-30000);
  }

  @Test
  @Tag("accounting-17")
  void byDayAMonthEarnsItsDays() {
    TestBooks books =
        under(RecognitionPolicy.standard())
            .tell(annual("2026-01-01", "2026-12-31", 120000), paid("1", 120000, "2026-01-01"));

    assertThat(books.on("2026-01-31")).isEqualTo(entry("Dr 2100 101.92; Cr 4000 101.92"));
    assertThat(books.on("2026-02-28")).isEqualTo(entry("Dr 2100 92.05; Cr 4000 92.05"));
    assertThat(books.on("2026-09-30")).isEqualTo(entry("Dr 2100 98.63; Cr 4000 98.63"));
  }

  @Test
  @Tag("accounting-17")
  void aTermThatIsOverHasEarnedAll() {
    TestBooks books =
        under(RecognitionPolicy.standard())
            .tell(annual("2026-07-10", "2026-08-08", 3001), paid("1", 3001, "2026-07-10"));

    assertThat(books.on("2026-07-31")).isEqualTo(entry("Dr 2100 22.01; Cr 4000 22.01"));
    assertThat(books.on("2026-08-31")).isEqualTo(entry("Dr 2100 8.00; Cr 4000 8.00"));
    assertThat(books.on("2026-09-30")).isEmpty();
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-17")
  void aSubscriptionCancelledGivesBackWhatIsNotEarned() {
    TestBooks books =
        under(RecognitionPolicy.standard())
            .tell(annual("2026-01-01", "2026-12-31", 36500), paid("1", 36500, "2026-01-01"));

    books.tell(
        refund(
            "r1",
            "2026-02-10",
            32400,
            List.of(returned("plan", 1, 32400, 0, Restock.CANCEL)),
            0,
            0));

    assertThat(books.on("2026-02-10"))
        .isEqualTo(entry("Dr 2100 334.00; Cr 4000 10.00; Cr 2230 324.00"));
    assertThat(books.of("refund/r1")).isEqualTo(entry("Dr 2100 324.00; Cr 2230 324.00"));
    assertThat(books.balance(4000)).isEqualTo(-4100);
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-A8")
  void aFulfilmentMarkDoesNotEarnATerm() {
    TestBooks books =
        under(RecognitionPolicy.standard())
            .tell(annual("2026-10-01", "2027-09-30", 36500), paid("1", 36500, "2026-10-01"));

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("plan", 1)))).isEmpty();
    assertThat(books.balance(2100)).isEqualTo(-36500);
    assertThat(books.kinds()).isEmpty();
  }

  @Test
  @Tag("accounting-A17")
  void cashBooksEarnWhatIsPaidAndNothingThatIsNot() {
    TestBooks books = cash();

    assertThat(books.effectOf(plain(), PARCEL)).isEmpty();
    assertThat(books.effectOf(paid("1", 10584, "2026-10-09"), charged("1", 10584, "2026-10-09")))
        .isEqualTo(
            entry("Dr 1010 105.84; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 7.84"));
    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-12",
                    10584,
                    List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
                    800,
                    64),
                refunded("r1", 10584, "2026-10-12")))
        .isEqualTo(entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 1010 105.84"));
    for (int account : List.of(1100, 1150, 1200, 2100, 2240)) {
      assertThat(books.balance(account)).isZero();
    }
  }

  @Test
  @Tag("accounting-A17")
  void cashBooksShowADisputeWhenItsMoneyMoves() {
    TestBooks books = cash().tell(plain(), paid("1", 10584, "2026-10-01"));

    books.tell(
        dispute("dp_1", "fraudulent", 10584, Dispute.Status.NEEDS_RESPONSE, Optional.empty()));
    assertThat(books.on("2026-10-10")).isEqualTo(entry("Dr 6010 105.84; Cr 1200 105.84"));

    books.tell(
        dispute("dp_1", "fraudulent", 10584, Dispute.Status.WON, Optional.of(at("2026-10-20"))));
    assertThat(books.on("2026-10-10")).isEqualTo(entry("Dr 6010 105.84; Cr 1200 105.84"));
    assertThat(books.on("2026-10-20")).isEqualTo(entry("Dr 1200 105.84; Cr 6010 105.84"));

    TestBooks lost =
        cash()
            .tell(plain(), paid("1", 10584, "2026-10-01"))
            .tell(lost("dp_1", "2026-10-20", "fraudulent", 10584));
    assertThat(lost.on("2026-10-10")).isEqualTo(entry("Dr 6010 105.84; Cr 1200 105.84"));
    assertThat(lost.on("2026-10-20")).isEmpty();
  }

  @Test
  @Tag("accounting-A17")
  void inCashBooksWhatCostsNothingIsEarnedWithThePaymentThatLeavesNothingToPay() {
    OrderState order =
        order(
            List.of(goods("cup", 1, 10000, 0, List.of())),
            List.of(new ShippingLine(new LineId("ship"), 800, 800, List.of())));
    TestBooks books = cash().tell(order);

    assertThat(books.effectOf(paid("1", 5000, "2026-10-01")))
        .isEqualTo(entry("Dr 1100 50.00; Cr 4000 50.00"));
    assertThat(books.effectOf(paid("2", 5000, "2026-10-02")))
        .isEqualTo(entry("Dr 1100 50.00; Dr 4090 8.00; Cr 4000 50.00; Cr 4010 8.00"));
  }

  private static OrderLine consigned(long gross, long discount) {
    return new OrderLine(
        new LineId("vase"),
        Optional.of(CUP),
        OrderLine.Kind.GOODS,
        1,
        gross,
        discount,
        tax(800),
        Optional.empty(),
        Optional.empty(),
        Optional.of("Consigned"));
  }

  @Test
  @Tag("accounting-A18")
  void anAgentEarnsTheCommissionAndOwesTheRest() {
    TestBooks books =
        under(RecognitionPolicy.standard().with(Map.of("Consigned", 2500)))
            .tell(
                order(List.of(consigned(11000, 1000)), List.of()), paid("1", 10800, "2026-10-01"));

    Fulfilment parcel = parcel("p1", "2026-10-02", shipped("vase", 1));
    assertThat(books.effectOf(parcel))
        .isEqualTo(entry("Dr 2100 100.00; Cr 4000 25.00; Cr 2260 75.00"));
    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    5400,
                    List.of(returned("vase", 1, 5000, 400, Restock.NONE)),
                    0,
                    0)))
        .isEqualTo(entry("Dr 4900 12.50; Dr 2260 37.50; Dr 2010 4.00; Cr 2230 54.00"));
    assertThat(books.effectOf(calledBack(parcel, "2026-10-04")))
        .isEqualTo(entry("Dr 4000 12.50; Dr 2260 37.50; Cr 2100 50.00"));
  }

  @Test
  @Tag("accounting-A18")
  void anotherProductTypeIsThePrincipals() {
    TestBooks books =
        under(RecognitionPolicy.standard().with(Map.of("Lent", 2500)))
            .tell(
                order(List.of(consigned(11000, 1000)), List.of()), paid("1", 10800, "2026-10-01"));

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("vase", 1))))
        .isEqualTo(entry("Dr 2100 100.00; Dr 4090 10.00; Cr 4000 110.00"));
  }

  @Test
  @Tag("accounting-A9")
  void aDiscountOnShippingIsADiscount() {
    OrderState order =
        order(
            List.of(goods("cup", 1, 10000, 1000, tax(720))),
            List.of(new ShippingLine(new LineId("ship"), 800, 300, tax(40))));
    TestBooks books = TestBooks.standard().tell(order, paid("1", 10260, "2026-10-01"));

    assertThat(books.effectOf(PARCEL))
        .isEqualTo(entry("Dr 2100 95.00; Dr 4090 13.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-08",
                    10260,
                    List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
                    500,
                    40)))
        .isEqualTo(entry("Dr 4900 90.00; Dr 4910 5.00; Dr 2010 7.60; Cr 2230 102.60"));
  }

  @Test
  void whatTheCalendarBringsWaitsForItsDay() {
    TestBooks books = TestBooks.with(rules -> TestBooks.withPolicy(rules, Policy.standard()));
    books.tell(annual("2026-11-01", "2027-10-31", 36500), paid("1", 36500, "2026-10-20"));

    assertThat(books.balance(4000)).isZero();
    assertThat(books.entries()).hasSize(1);
  }

  @Test
  @Tag("accounting-17")
  @Tag("accounting-A13")
  void whatTheCalendarWillChangeSaysWhen() {
    TestBooks term =
        under(RecognitionPolicy.standard())
            .tell(annual("2026-10-01", "2027-09-30", 36500), paid("1", 36500, "2026-10-01"));
    assertThat(term.learn(SUBJECT, List.of()).due()).hasValue(LocalDate.parse("2026-11-01"));

    TestBooks sent =
        atDelivery().tell(plain(), paid("1", 10584, "2026-10-01"), parcel("p1", "2026-10-26"));
    assertThat(sent.learn(SUBJECT, List.of()).due()).hasValue(LocalDate.parse("2026-11-02"));
    sent.tell(delivery("p1", "2026-10-27", Outcome.DELIVERED));
    assertThat(sent.learn(SUBJECT, List.of()).due()).isEmpty();

    TestBooks ahead = withoutDeferral().tell(plain(), paid("1", 10584, "2026-10-01"));
    assertThat(ahead.learn(SUBJECT, List.of()).due()).hasValue(LocalDate.parse("2026-11-01"));
    ahead.tell(PARCEL);
    assertThat(ahead.learn(SUBJECT, List.of()).due()).isEmpty();
    assertThat(cash().tell(plain(), paid("1", 10584, "2026-10-01")).learn(SUBJECT, List.of()).due())
        .isEmpty();
  }

  @Test
  @Tag("accounting-89")
  @Tag("failure-37")
  void whatIsUnderWayIsNotCancelledWithTheOrder() {
    OrderState order = order(List.of(goods("a", 3, 3000, 0, tax(240))), List.of(shipping(800, 64)));
    TestBooks books =
        atDelivery()
            .tell(
                order, paid("1", 4104, "2026-10-01"), parcel("p1", "2026-10-26", shipped("a", 1)));

    assertThat(books.effectOf(cancelled(order, "2026-10-27")))
        .isEqualTo(entry("Dr 2100 20.00; Dr 2010 1.60; Cr 2230 21.60"));
    assertThat(books.effectOf(delivery("p1", "2026-10-28", Outcome.DELIVERED)))
        .isEqualTo(
            entry("Dr 2100 18.00; Cr 4000 10.00; Cr 4010 8.00; Dr 5000 40.00; Cr 1310 40.00"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-8")
  void withoutDeferralARefundBeforeShipmentIsAReturnWithItsTax() {
    TestBooks books = withoutDeferral().tell(plain(), paid("1", 10584, "2026-10-01"));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-02",
                    10584,
                    List.of(returned("cup", 1, 9000, 720, Restock.CANCEL)),
                    800,
                    64)))
        .isEqualTo(entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 2230 105.84"));
    assertThat(books.kinds()).isEmpty();
  }

  @Test
  @Tag("accounting-8")
  void withoutDeferralAPartlyPaidLineIsRefundedForWhatWasPaid() {
    TestBooks books = withoutDeferral().tell(plain(), paid("1", 5292, "2026-10-01"));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-02",
                    4860,
                    List.of(returned("cup", 1, 9000, 720, Restock.CANCEL)),
                    0,
                    0)))
        .isEqualTo(entry("Dr 4900 45.00; Dr 2010 3.60; Cr 2230 48.60"));
  }

  @Test
  @Tag("accounting-17")
  @Tag("failure-37")
  void aSubscriptionOfACancelledOrderIsEarnedUntilThen() {
    OrderState plan = annual("2026-01-01", "2026-12-31", 36500);
    TestBooks books =
        under(RecognitionPolicy.standard()).tell(plan, paid("1", 36500, "2026-01-01"));

    books.tell(cancelled(plan, "2026-02-10"));
    assertThat(books.of("earned/2026-02-10")).isEqualTo(entry("Dr 2100 10.00; Cr 4000 10.00"));
    assertThat(books.of("cancelled")).isEqualTo(entry("Dr 2100 324.00; Cr 2230 324.00"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-17")
  void whateverChangesASubscriptionFirstEarnsItUntilThen() {
    OrderState plan = annual("2026-01-01", "2026-12-31", 36500);
    var paid = paid("1", 36500, "2026-01-01");
    String earned = "earned/2026-02-10";

    for (Fact change :
        List.of(
            edit("e1", "2026-02-10", List.of(), List.of(change("plan", 1))),
            cheaper("c1", "plan", "2026-02-10", 100, 0),
            act("a1", "2026-02-10", OrderAct.Act.FORFEIT),
            lost("dp_1", "2026-02-10", "general", 36500))) {
      assertThat(under(RecognitionPolicy.standard()).tell(plan, paid, change).of(earned))
          .isEqualTo(entry("Dr 2100 10.00; Cr 4000 10.00"));
    }
  }

  @Test
  @Tag("accounting-A17")
  void cashBooksEarnASubscriptionWhenItIsPaidAndOthersDoNot() {
    OrderState plan = annual("2026-10-01", "2027-09-30", 36500);
    var paid = paid("1", 36500, "2026-10-01");

    assertThat(cash().tell(plan, paid).net()).isEqualTo(entry("Dr 1100 365.00; Cr 4000 365.00"));
    assertThat(withoutDeferral().tell(plan, paid).net())
        .isEqualTo(entry("Dr 1100 365.00; Cr 2100 365.00"));
  }

  @Test
  @Tag("accounting-A18")
  void anAgentsUnpaidSaleCalledBackTakesTheReceivableBack() {
    Fulfilment parcel = parcel("p1", "2026-10-02", shipped("vase", 1));
    TestBooks books =
        under(RecognitionPolicy.standard().with(Map.of("Consigned", 2500)))
            .tell(order(List.of(consigned(11000, 1000)), List.of()));

    assertThat(books.effectOf(parcel))
        .isEqualTo(entry("Dr 1100 108.00; Cr 4000 25.00; Cr 2260 75.00; Cr 2010 8.00"));
    assertThat(books.effectOf(calledBack(parcel, "2026-10-04")))
        .isEqualTo(entry("Dr 4000 25.00; Dr 2260 75.00; Dr 2010 8.00; Cr 1100 108.00"));
  }
}
