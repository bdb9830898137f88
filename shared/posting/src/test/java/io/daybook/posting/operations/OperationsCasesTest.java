package io.daybook.posting.operations;

import static io.daybook.posting.TestBooks.BANK;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.STRIPE;
import static io.daybook.posting.TestBooks.USD;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Accrual;
import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.Bill;
import io.daybook.events.CardBreakage;
import io.daybook.events.CarrierClaim;
import io.daybook.events.CashMovement;
import io.daybook.events.CodRemittance;
import io.daybook.events.Commission;
import io.daybook.events.CurrencyCode;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.events.GoodsReceipt;
import io.daybook.events.Jurisdiction;
import io.daybook.events.Label;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.LabelFraction;
import io.daybook.events.Loan;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.events.StockAdjustment;
import io.daybook.events.TaxReturn;
import io.daybook.events.TransactionId;
import io.daybook.events.WalletTopUp;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.policy.FeeTax;
import io.daybook.posting.TestBooks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cases of {@code ACCOUNTING.md} that are no order and no payment, from canonical facts to entries. */
class OperationsCasesTest {
  private static final Origin EASYPOST = Origin.parse("easypost:ca_1");
  private static final Origin CARRIER = Origin.parse("carrier:ups");
  private static final Origin SUPPLIER = Origin.parse("supplier:roaster");
  private static final Origin SQUARE = Origin.parse("square:m1");
  private static final Origin BOOK = Origin.parse("daybook:blue-cup");
  private static final Instant AT = Instant.parse("2026-10-12T15:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

  private final TestBooks books = TestBooks.standard();

  private static Reference id(String text) {
    return new Reference(text);
  }

  private static Label label(long version, PaidFrom from, Optional<Instant> refunded) {
    return new Label(
        EASYPOST,
        id("shp_1"),
        version,
        Label.Purpose.OUTBOUND,
        from,
        USD,
        620,
        Optional.of(AT),
        refunded);
  }

  private static BankLine line(String line, long minor) {
    return new BankLine(BANK, new BankLineId(line), USD, minor, DAY, "", List.of());
  }

  private static EnteredLeg leg(String account, long minor) {
    return new EnteredLeg(account, USD, minor, minor, Optional.empty());
  }

  private static EnteredLeg leg(String account, long minor, String reference) {
    return new EnteredLeg(account, USD, minor, minor, Optional.of(id(reference)));
  }

  private static BankAllocation allocation(String line, EnteredLeg... legs) {
    return new BankAllocation(BANK, id(line), 1, List.of(legs), "it says so", "A", "seen", AT);
  }

  @Test
  @Tag("accounting-18")
  void aWalletTopUpWaitsOn1007ForItsBankLine() {
    assertThat(books.effectOf(new WalletTopUp(EASYPOST, id("pay_1"), USD, 20000, AT)))
        .isEqualTo(entry("Dr 1320 200.00; Cr 1007 200.00"));
    assertThat(books.effectOf(line("l1", -20000), allocation("l1", leg("1007", 20000, "pay_1"))))
        .isEqualTo(entry("Dr 1007 200.00; Cr 1000 200.00"));
    assertThat(books.open(1007, "pay_1")).isZero();
    assertThat(books.balance("1320:easypost")).isEqualTo(20000);
  }

  @Test
  @Tag("accounting-19")
  void aLabelBoughtFromTheWallet() {
    assertThat(books.effectOf(label(1, PaidFrom.WALLET, Optional.empty())))
        .isEqualTo(entry("Dr 5100 6.20; Cr 1320 6.20"));
  }

  /** What cost so many hundred-thousandths of a cent: the label, rounded, and what was rounded away. */
  private static List<Fact> exactly(String id, long parts, Optional<Instant> refunded) {
    long minor = Math.floorDiv(parts + LabelFraction.PARTS / 2, LabelFraction.PARTS);
    long rest = parts - minor * LabelFraction.PARTS;
    Label label =
        new Label(
            EASYPOST,
            id(id),
            refunded.isPresent() ? 2 : 1,
            Label.Purpose.OUTBOUND,
            PaidFrom.WALLET,
            USD,
            minor,
            Optional.of(AT),
            refunded);
    return List.of(
        label,
        new LabelFraction(
            EASYPOST,
            id(id),
            label.version(),
            USD,
            AT,
            rest,
            refunded,
            refunded.isPresent() ? rest : 0));
  }

  @Test
  @Tag("accounting-19")
  void noCentIsLostOverAMonthOfLabelsThatCostFractionsWhateverTheirOrder() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    long exact = 0;
    List<Fact> facts = new ArrayList<>();
    for (int n = 0; n < 60; n++) {
      // 1.24995 dollars and the like: five decimals, that is thousandths of a cent.
      long parts = (10_000 + random.nextInt(900_000)) * (LabelFraction.PARTS / 1_000);
      exact += parts;
      facts.addAll(exactly("shp_x" + n, parts, Optional.empty()));
    }
    Collections.shuffle(facts, random);
    facts.forEach(books::tell);

    long whole = Math.floorDiv(exact + LabelFraction.PARTS / 2, LabelFraction.PARTS);
    assertThat(books.balance("1320:easypost")).as("seed %d", seed).isEqualTo(-whole);
    assertThat(books.balance(5100)).as("seed %d", seed).isEqualTo(whole);
  }

  @Test
  @Tag("accounting-22")
  void whatComesBackBringsItsFractionBackInItsOwnMonth() {
    Instant november = AT.plusSeconds(1_728_000);
    for (String id : List.of("shp_y1", "shp_y2", "shp_y3")) {
      exactly(id, 12_449_000, Optional.empty()).forEach(books::tell);
    }
    assertThat(books.balance("1320:easypost")).isEqualTo(-373);
    assertThat(books.on("2026-10-31")).isEqualTo(entry("Dr 5100 0.01; Cr 1320 0.01"));

    for (String id : List.of("shp_y1", "shp_y2", "shp_y3")) {
      exactly(id, 12_449_000, Optional.of(november)).forEach(books::tell);
    }
    assertThat(books.balance("1320:easypost")).isZero();
  }

  @Test
  @Tag("accounting-20")
  void aLabelOnTheOwnCarrierAccountIsAccruedUntilBilled() {
    assertThat(books.effectOf(label(1, PaidFrom.ACCOUNT, Optional.empty())))
        .isEqualTo(entry("Dr 5100 6.20; Cr 2005 6.20"));
    assertThat(books.open(2005, "shp_1")).isEqualTo(-620);
  }

  @Test
  void aLabelPaidByCardIsOwedToTheProvider() {
    assertThat(books.effectOf(label(1, PaidFrom.CARD, Optional.empty())))
        .isEqualTo(entry("Dr 5100 6.20; Cr 2000 6.20"));
    assertThat(books.balance("2000:ca_1")).isEqualTo(-620);
  }

  @Test
  @Tag("accounting-21")
  void anAdjustmentIsChargedToWhatTheLabelWas() {
    assertThat(
            books.effectOf(
                new LabelAdjustment(
                    EASYPOST, id("a1"), id("shp_1"), PaidFrom.WALLET, USD, 115, AT)))
        .isEqualTo(entry("Dr 5100 1.15; Cr 1320 1.15"));
    assertThat(
            books.effectOf(
                new LabelAdjustment(
                    EASYPOST, id("a2"), id("shp_1"), PaidFrom.ACCOUNT, USD, 115, AT)))
        .isEqualTo(entry("Dr 5100 1.15; Cr 2005 1.15"));
    assertThat(
            books.effectOf(
                new LabelAdjustment(
                    EASYPOST, id("a3"), id("shp_1"), PaidFrom.WALLET, USD, -15, AT)))
        .isEqualTo(entry("Dr 1320 0.15; Cr 5100 0.15"));
  }

  @Test
  @Tag("accounting-22")
  void aVoidCountsOnlyOnceItsRefundIsConfirmed() {
    books.tell(label(1, PaidFrom.WALLET, Optional.empty()));
    Optional<Instant> confirmed = Optional.of(AT.plusSeconds(1_728_000));

    assertThat(books.effectOf(label(2, PaidFrom.WALLET, Optional.empty()))).isEmpty();
    assertThat(books.effectOf(label(3, PaidFrom.WALLET, confirmed)))
        .isEqualTo(entry("Dr 1320 6.20; Cr 5100 6.20"));
    assertThat(books.on("2026-11-01")).isEqualTo(entry("Dr 1320 6.20; Cr 5100 6.20"));
  }

  @Test
  @Tag("accounting-22")
  void aVoidOnAccountTakesTheAccrualBack() {
    books.tell(label(1, PaidFrom.ACCOUNT, Optional.empty()));

    assertThat(books.effectOf(label(2, PaidFrom.ACCOUNT, Optional.of(AT))))
        .isEqualTo(entry("Dr 2005 6.20; Cr 5100 6.20"));
    assertThat(books.open(2005, "shp_1")).isZero();
  }

  @Test
  @Tag("accounting-22")
  void aVoidOfWhichAFeeIsKeptGivesBackTheRest() {
    books.tell(label(1, PaidFrom.WALLET, Optional.empty()));

    assertThat(
            books.effectOf(
                new Label(
                    EASYPOST,
                    id("shp_1"),
                    2,
                    Label.Purpose.OUTBOUND,
                    PaidFrom.WALLET,
                    USD,
                    620,
                    Optional.of(AT),
                    Optional.of(AT),
                    Optional.of(570L),
                    Optional.of(id("1001")))))
        .isEqualTo(entry("Dr 1320 5.70; Cr 5100 5.70"));
  }

  @Test
  @Tag("accounting-25")
  void aReturnLabelCostsWhenItIsScanned() {
    Label bought =
        new Label(
            EASYPOST,
            id("ret_1"),
            1,
            Label.Purpose.RETURN,
            PaidFrom.ACCOUNT,
            USD,
            500,
            Optional.empty(),
            Optional.empty());
    Label scanned =
        new Label(
            EASYPOST,
            id("ret_1"),
            2,
            Label.Purpose.RETURN,
            PaidFrom.ACCOUNT,
            USD,
            500,
            Optional.of(AT),
            Optional.empty());

    assertThat(books.effectOf(bought)).isEmpty();
    assertThat(books.effectOf(scanned)).isEqualTo(entry("Dr 5100 5.00; Cr 2005 5.00"));
  }

  private static Bill bill(Origin from, long version, Bill.Item... items) {
    return new Bill(from, id("INV-1"), version, USD, DAY, DAY.plusDays(14), List.of(items));
  }

  private static Bill.Item item(Bill.Kind kind, long minor, long expected) {
    return new Bill.Item(kind, minor, expected, Optional.of(id("shp_1")));
  }

  @Test
  @Tag("accounting-23")
  void aCarriersInvoiceUsesUpTheAccrualAndTheRestIsAVariance() {
    assertThat(books.effectOf(bill(CARRIER, 1, item(Bill.Kind.CARRIAGE, 775, 735))))
        .isEqualTo(entry("Dr 2005 7.35; Dr 5100 0.40; Cr 2000 7.75"));
    assertThat(
            books.effectOf(
                bill(
                    CARRIER,
                    2,
                    item(Bill.Kind.CARRIAGE, 775, 735),
                    item(Bill.Kind.INPUT_VAT, 147, 0))))
        .isEqualTo(entry("Dr 1330 1.47; Cr 2000 1.47"));
    assertThat(books.net())
        .isEqualTo(entry("Dr 2005 7.35; Dr 5100 0.40; Dr 1330 1.47; Cr 2000 9.22"));
  }

  @Test
  @Tag("accounting-24")
  void theBankLinePaysTheCarrier() {
    books.tell(bill(CARRIER, 1, item(Bill.Kind.CARRIAGE, 775, 775)));

    assertThat(books.effectOf(line("l1", -775), allocation("l1", leg("2000:ups", 775, "INV-1"))))
        .isEqualTo(entry("Dr 2000 7.75; Cr 1000 7.75"));
    assertThat(books.open(2000, "INV-1")).isZero();
  }

  @Test
  @Tag("accounting-15")
  void breakageIsIncomeAndTheStatesShareStaysOwed() {
    assertThat(
            books.effectOf(
                new CardBreakage(
                    SHOP,
                    id("b1"),
                    CardBreakage.Of.GIFT_CARDS,
                    CardBreakage.To.INCOME,
                    USD,
                    200,
                    DAY)))
        .isEqualTo(entry("Dr 2200 2.00; Cr 4020 2.00"));
    assertThat(
            books.effectOf(
                new CardBreakage(
                    SHOP,
                    id("b2"),
                    CardBreakage.Of.GIFT_CARDS,
                    CardBreakage.To.STATE,
                    USD,
                    800,
                    DAY)))
        .isEqualTo(entry("Dr 2200 8.00; Cr 2050 8.00"));
  }

  @Test
  @Tag("accounting-75")
  void storeCreditThatLapsesIsIncome() {
    assertThat(
            books.effectOf(
                new CardBreakage(
                    SHOP,
                    id("b3"),
                    CardBreakage.Of.STORE_CREDIT,
                    CardBreakage.To.INCOME,
                    USD,
                    1000,
                    DAY)))
        .isEqualTo(entry("Dr 2210 10.00; Cr 4020 10.00"));
  }

  private static Accrual accrual(String id, Accrual.Kind kind, EnteredLeg... legs) {
    return new Accrual(BOOK, id(id), YearMonth.of(2026, 10), kind, List.of(legs), "computed");
  }

  @Test
  @Tag("accounting-16")
  void expectedReturnsAreBookedAtMonthEndAndReversedOnTheNextDay() {
    books.tell(
        accrual(
            "expected-returns",
            Accrual.Kind.EXPECTED_RETURNS,
            leg("4900", 450),
            leg("2240", -450),
            leg("1305", 200),
            leg("5000", -200)));

    assertThat(books.on("2026-10-31"))
        .isEqualTo(entry("Dr 4900 4.50; Cr 2240 4.50; Dr 1305 2.00; Cr 5000 2.00"));
    assertThat(books.on("2026-11-01"))
        .isEqualTo(entry("Cr 4900 4.50; Dr 2240 4.50; Cr 1305 2.00; Dr 5000 2.00"));
    assertThat(books.net()).isEmpty();
  }

  @Test
  @Tag("accounting-53")
  void aRevaluationIsInTheBooksCurrencyAndReversesItself() {
    books.tell(
        accrual(
            "revaluation-1010-EUR",
            Accrual.Kind.REVALUATION,
            leg("7010", 300),
            leg("1011:1010-EUR", -300)));

    assertThat(books.on("2026-10-31")).isEqualTo(entry("Dr 7010 3.00; Cr 1011 3.00"));
    assertThat(books.on("2026-11-01")).isEqualTo(entry("Cr 7010 3.00; Dr 1011 3.00"));
  }

  @Test
  @Tag("accounting-80c")
  void anAllowanceForDisputesReversesItself() {
    books.tell(
        accrual(
            "dispute-allowance",
            Accrual.Kind.DISPUTE_ALLOWANCE,
            leg("6010", 6350),
            leg("1205", -6350)));

    assertThat(books.on("2026-10-31")).isEqualTo(entry("Dr 6010 63.50; Cr 1205 63.50"));
    assertThat(books.net()).isEmpty();
  }

  private static BalanceTransaction moved(String id, Movement movement, long minor, String to) {
    return new BalanceTransaction(
        STRIPE,
        new TransactionId(id),
        movement,
        "test",
        USD,
        minor,
        List.of(),
        minor,
        AT,
        to,
        to.isEmpty() ? Optional.empty() : Optional.of(id(to)),
        Optional.empty(),
        Mode.LIVE);
  }

  @Test
  @Tag("accounting-49a")
  void aLoansAdvanceWaitsOn1007ForItsBankLine() {
    assertThat(books.effectOf(new Loan(STRIPE, id("flx_1"), 1, USD, 90000, 10000, DAY)))
        .isEqualTo(entry("Dr 1007 900.00; Cr 2250 900.00"));
  }

  @Test
  @Tag("accounting-49b")
  void aRepaymentCarriesItsShareOfTheCostRoundedSoThatThePartsMakeTheWhole() {
    books.tell(new Loan(STRIPE, id("flx_1"), 1, USD, 90000, 10000, DAY));

    assertThat(books.effectOf(moved("t1", Movement.LOAN_REPAYMENT, -10000, "flx_1")))
        .isEqualTo(entry("Dr 2250 90.00; Dr 6005 10.00; Cr 1010 100.00"));
    books.tell(moved("t2", Movement.LOAN_REPAYMENT, -33333, "flx_1"));
    books.tell(moved("t3", Movement.LOAN_REPAYMENT, -56667, "flx_1"));
    assertThat(books.balance(2250)).isZero();
    assertThat(books.balance(6005)).isEqualTo(10000);
  }

  @Test
  @Tag("accounting-49b")
  void theOrderInWhichTermsAndRepaymentsAreToldChangesNothing() {
    books.tell(moved("t1", Movement.LOAN_REPAYMENT, -10000, "flx_1"));
    assertThat(books.only(Discrepancy.Kind.LOAN_UNKNOWN)).isPresent();
    assertThat(books.net()).isEqualTo(entry("Dr 2250 100.00; Cr 1010 100.00"));

    books.tell(new Loan(STRIPE, id("flx_1"), 1, USD, 90000, 10000, DAY));

    assertThat(books.only(Discrepancy.Kind.LOAN_UNKNOWN)).isEmpty();
    assertThat(books.balance(6005)).isEqualTo(1000);
    assertThat(books.balance(2250)).isEqualTo(-90000 + 9000);
  }

  @Test
  @Tag("accounting-57")
  void aCarrierRemitsWhatItCollectedLessItsFee() {
    CodRemittance remitted =
        new CodRemittance(
            CARRIER,
            id("REM-1"),
            1,
            USD,
            List.of(new CodRemittance.Collected(id("1001"), 10584)),
            300,
            DAY);

    assertThat(books.effectOf(remitted))
        .isEqualTo(entry("Dr 1007 102.84; Dr 5100 3.00; Cr 1150 105.84"));
    assertThat(books.effectOf(line("l1", 10284), allocation("l1", leg("1007", -10284, "REM-1"))))
        .isEqualTo(entry("Dr 1000 102.84; Cr 1007 102.84"));
    assertThat(books.open(1150, "order/1001")).isEqualTo(-10584);
  }

  private static CashMovement cash(
      String id, CashMovement.Kind kind, long minor, Optional<String> account) {
    return new CashMovement(SQUARE, id(id), "main", kind, USD, minor, account, AT);
  }

  @Test
  @Tag("accounting-68")
  void tipsPaidInCash() {
    assertThat(books.effectOf(cash("c1", CashMovement.Kind.TIPS_PAID, 600, Optional.empty())))
        .isEqualTo(entry("Dr 2220 6.00; Cr 1020 6.00"));
  }

  @Test
  @Tag("accounting-69a")
  void cashPaidIntoTheDrawer() {
    assertThat(books.effectOf(cash("c1", CashMovement.Kind.PAID_IN, 2000, Optional.empty())))
        .isEqualTo(entry("Dr 1020 20.00; Cr 1007 20.00"));
    assertThat(books.balance("1020:main")).isEqualTo(2000);
  }

  @Test
  @Tag("accounting-69b")
  void cashPaidOutGoesWhereItsReasonIsMappedAndElseTo2900() {
    assertThat(books.effectOf(cash("c1", CashMovement.Kind.PAID_OUT, 706, Optional.of("6060"))))
        .isEqualTo(entry("Dr 6060 7.06; Cr 1020 7.06"));
    assertThat(books.discrepancies()).isEmpty();
    assertThat(books.effectOf(cash("c2", CashMovement.Kind.PAID_OUT, 706, Optional.empty())))
        .isEqualTo(entry("Dr 2900 7.06; Cr 1020 7.06"));
    assertThat(books.open(2900, "c2")).isEqualTo(706);
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.TRANSACTION_TYPE_UNKNOWN);
  }

  @Test
  @Tag("accounting-70")
  void aDrawerClosedShortOrOver() {
    assertThat(books.effectOf(cash("c1", CashMovement.Kind.COUNTED, -300, Optional.empty())))
        .isEqualTo(entry("Dr 6040 3.00; Cr 1020 3.00"));
    assertThat(books.effectOf(cash("c2", CashMovement.Kind.COUNTED, 300, Optional.empty())))
        .isEqualTo(entry("Dr 1020 3.00; Cr 6040 3.00"));
  }

  @Test
  @Tag("accounting-71")
  void cashBankedIsWhatTheBankCounts() {
    assertThat(books.effectOf(cash("c1", CashMovement.Kind.BANKED, 30000, Optional.empty())))
        .isEqualTo(entry("Dr 1007 300.00; Cr 1020 300.00"));
    assertThat(
            books.effectOf(
                line("l1", 29900), allocation("l1", leg("6040", 100), leg("1007", -30000, "c1"))))
        .isEqualTo(entry("Dr 1000 299.00; Dr 6040 1.00; Cr 1007 300.00"));
    assertThat(books.open(1007, "c1")).isZero();
  }

  @Test
  @Tag("accounting-81")
  void aSubscriptionTakenFromThePayoutIsNoProcessingFee() {
    assertThat(books.effectOf(moved("t1", Movement.SUBSCRIPTION, -3900, "")))
        .isEqualTo(entry("Dr 6070 39.00; Cr 1010 39.00"));
  }

  @Test
  @Tag("accounting-81")
  void taxOnASubscriptionIsRecoverableOrOwedByTheMerchantAsThePolicySays() {
    BalanceTransaction withTax =
        new BalanceTransaction(
            STRIPE,
            new TransactionId("t1"),
            Movement.SUBSCRIPTION,
            "app fee",
            USD,
            -3900,
            List.of(new BalanceTransaction.Fee(BalanceTransaction.Fee.Kind.TAX, 741)),
            -4641,
            AT,
            "",
            Optional.empty(),
            Optional.empty(),
            Mode.LIVE);
    TestBooks recoverable =
        TestBooks.under(
            policy -> policy.with(policy.tax().with(FeeTax.of(FeeTax.Treatment.RECOVERABLE))));
    assertThat(recoverable.effectOf(withTax))
        .isEqualTo(entry("Dr 6070 39.00; Dr 1330 7.41; Cr 1010 46.41"));

    TestBooks reverse =
        TestBooks.under(policy ->
            policy.with(policy.tax().with(new FeeTax(FeeTax.Treatment.REVERSE_CHARGE, 1900))));
    assertThat(reverse.effectOf(moved("t2", Movement.SUBSCRIPTION, -3900, "")))
        .isEqualTo(entry("Dr 6070 39.00; Cr 1010 39.00; Dr 1330 7.41; Cr 2015 7.41"));
  }

  private static TaxReturn.Figure figure(TaxReturn.Kind kind, long minor) {
    return new TaxReturn.Figure(kind, Optional.empty(), minor);
  }

  private static TaxReturn.Figure output(String jurisdiction, long minor) {
    return new TaxReturn.Figure(
        TaxReturn.Kind.OUTPUT, Optional.of(new Jurisdiction(jurisdiction)), minor);
  }

  private static TaxReturn filed(String authority, long payable, TaxReturn.Figure... figures) {
    return new TaxReturn(
        Origin.parse("tax:" + authority), id("2026-10"), 1, USD, DAY, List.of(figures), payable);
  }

  @Test
  @Tag("accounting-82")
  void aSalesTaxReturnWithAVendorDiscountFiledAndPaid() {
    assertThat(
            books.effectOf(
                filed(
                    "US-CA",
                    77900,
                    output("US-CA", 78400),
                    figure(TaxReturn.Kind.VENDOR_DISCOUNT, 500))))
        .isEqualTo(entry("Dr 2010 784.00; Cr 2018 779.00; Cr 4040 5.00"));
    assertThat(
            books.effectOf(
                line("l1", -77900), allocation("l1", leg("2018:US-CA", 77900, "2026-10"))))
        .isEqualTo(entry("Dr 2018 779.00; Cr 1000 779.00"));
    assertThat(books.balance("2010:US-CA")).isEqualTo(78400);
  }

  @Test
  @Tag("accounting-82")
  void whatAReturnRoundsGoesTo6050AndAPenaltyIsNoTax() {
    assertThat(
            books.effectOf(
                filed(
                    "US-NY", 80000, output("US-NY", 78449), figure(TaxReturn.Kind.PENALTY, 1600))))
        .isEqualTo(entry("Dr 2010 784.49; Dr 6060 16.00; Cr 2018 800.00; Cr 6050 0.49"));
  }

  @Test
  @Tag("accounting-83")
  void aVatReturnWithInputAndReverseCharge() {
    assertThat(
            books.effectOf(
                filed(
                    "DE",
                    133000,
                    output("DE", 190000),
                    figure(TaxReturn.Kind.REVERSE_CHARGE, 5700),
                    figure(TaxReturn.Kind.INPUT, 62700))))
        .isEqualTo(entry("Dr 2010 1900.00; Dr 2015 57.00; Cr 1330 627.00; Cr 2018 1330.00"));
    assertThat(
            books.effectOf(
                line("l1", -133000), allocation("l1", leg("2018:DE", 133000, "2026-10"))))
        .isEqualTo(entry("Dr 2018 1330.00; Cr 1000 1330.00"));
    assertThat(books.open(2018, "2026-10")).isZero();
  }

  @Test
  @Tag("accounting-83")
  void aReturnThatPaysBackLeaves2018InDebit() {
    assertThat(
            books.effectOf(
                filed("DE", -5000, output("DE", 1000), figure(TaxReturn.Kind.INPUT, 6000))))
        .isEqualTo(entry("Dr 2010 10.00; Dr 2018 50.00; Cr 1330 60.00"));
  }

  @Test
  @Tag("accounting-84")
  void anOssReturnIsApartFromTheDomesticOne() {
    assertThat(books.effectOf(filed("OSS", 2000, output("OSS-FR", 2000))))
        .isEqualTo(entry("Dr 2010 20.00; Cr 2018 20.00"));
    assertThat(books.balance("2010:OSS-FR")).isEqualTo(2000);
    assertThat(books.balance("2018:OSS")).isEqualTo(-2000);
    assertThat(
            books.effectOf(line("l1", -2000), allocation("l1", leg("2018:OSS", 2000, "2026-10"))))
        .isEqualTo(entry("Dr 2018 20.00; Cr 1000 20.00"));
  }

  @Test
  @Tag("accounting-86")
  void stockBoughtItsBillAndTheForwardersBill() {
    assertThat(books.effectOf(new GoodsReceipt(SUPPLIER, id("shp_1"), USD, 100000, DAY)))
        .isEqualTo(entry("Dr 1300 1000.00; Cr 2008 1000.00"));
    assertThat(books.effectOf(bill(SUPPLIER, 1, item(Bill.Kind.GOODS, 100000, 0))))
        .isEqualTo(entry("Dr 2008 1000.00; Cr 2000 1000.00"));
    assertThat(books.open(2008, "shp_1")).isZero();
    assertThat(
            books.effectOf(
                bill(
                    Origin.parse("forwarder:dsv"),
                    1,
                    item(Bill.Kind.LANDED_COST, 5000, 0),
                    item(Bill.Kind.LANDED_COST, 2000, 0),
                    item(Bill.Kind.INPUT_VAT, 20330, 0))))
        .isEqualTo(entry("Dr 1300 70.00; Dr 1330 203.30; Cr 2000 273.30"));
  }

  @Test
  @Tag("accounting-86")
  void landedCostOfUnitsSoldAlreadyIsCostOfSalesAndPostponedVatIsOwedToNobodyWhoBills() {
    assertThat(
            books.effectOf(
                bill(
                    SUPPLIER,
                    1,
                    item(Bill.Kind.LANDED_COST, 7000, 2100),
                    item(Bill.Kind.SELF_ASSESSED_VAT, 19950, 0))))
        .isEqualTo(
            entry("Dr 1300 49.00; Dr 5000 21.00; Cr 2000 70.00; Dr 1330 199.50; Cr 2015 199.50"));
  }

  @Test
  @Tag("accounting-87a")
  void dutiesBilledAboveWhatWasCollectedAreBorne() {
    assertThat(books.effectOf(bill(CARRIER, 1, item(Bill.Kind.DUTY, 340, 300))))
        .isEqualTo(entry("Dr 2030 3.00; Dr 5120 0.40; Cr 2000 3.40"));
  }

  @Test
  @Tag("accounting-87b")
  void dutiesBilledBelowWhatWasCollectedLeaveIncome() {
    assertThat(books.effectOf(bill(CARRIER, 1, item(Bill.Kind.DUTY, 270, 300))))
        .isEqualTo(entry("Dr 2030 3.00; Cr 2000 2.70; Cr 4040 0.30"));
  }

  private static StockAdjustment stock(String id, StockAdjustment.Kind kind, long minor) {
    return new StockAdjustment(SHOP, id(id), kind, USD, minor, DAY);
  }

  @Test
  @Tag("accounting-88")
  void stockCountedShortFoundWrittenDownAndCostedLate() {
    assertThat(books.effectOf(stock("s1", StockAdjustment.Kind.SHORT, 1600)))
        .isEqualTo(entry("Dr 5010 16.00; Cr 1300 16.00"));
    assertThat(books.effectOf(stock("s2", StockAdjustment.Kind.FOUND, 800)))
        .isEqualTo(entry("Dr 1300 8.00; Cr 5010 8.00"));
    assertThat(books.effectOf(stock("s3", StockAdjustment.Kind.COSTED_LATE, 150)))
        .isEqualTo(entry("Dr 5000 1.50; Cr 1300 1.50"));
    assertThat(books.effectOf(stock("s4", StockAdjustment.Kind.WRITTEN_DOWN, 500)))
        .isEqualTo(entry("Dr 5010 5.00; Cr 1300 5.00"));
  }

  private static CarrierClaim claim(
      long version, long accepted, Optional<LocalDate> paid, CarrierClaim.PaidTo to) {
    return new CarrierClaim(
        EASYPOST, id("clm_1"), version, USD, accepted, 4000, 620, DAY, paid, to);
  }

  @Test
  @Tag("accounting-90")
  void aLostParcelIsReplacedAndClaimed() {
    assertThat(books.effectOf(stock("s1", StockAdjustment.Kind.LOST_PARCEL, 4000)))
        .isEqualTo(entry("Dr 5010 40.00; Cr 1300 40.00"));
    books.tell(label(1, PaidFrom.WALLET, Optional.empty()));
    assertThat(books.effectOf(claim(1, 4620, Optional.empty(), CarrierClaim.PaidTo.WALLET)))
        .isEqualTo(entry("Dr 1160 46.20; Cr 5010 40.00; Cr 5100 6.20"));
    assertThat(books.effectOf(claim(2, 4620, Optional.of(DAY), CarrierClaim.PaidTo.WALLET)))
        .isEqualTo(entry("Dr 1320 46.20; Cr 1160 46.20"));
    assertThat(books.open(1160, "clm_1")).isZero();
  }

  @Test
  @Tag("accounting-90")
  void whatAClaimPaysAboveTheLossIsOtherIncomeAndTheBankMeetsItOn1007() {
    assertThat(books.effectOf(claim(1, 5000, Optional.of(DAY), CarrierClaim.PaidTo.BANK)))
        .isEqualTo(entry("Dr 1007 50.00; Cr 5010 40.00; Cr 5100 6.20; Cr 4040 3.80"));
    assertThat(books.open(1007, "clm_1")).isEqualTo(5000);
    assertThat(
            TestBooks.standard()
                .effectOf(claim(1, 3000, Optional.empty(), CarrierClaim.PaidTo.BANK)))
        .isEqualTo(entry("Dr 1160 30.00; Cr 5010 30.00"));
  }

  @Test
  @Tag("accounting-93")
  void aCommissionIsOwedUntilTheOrderIsReturnedOrTheBankPaysIt() {
    Commission accrued =
        new Commission(
            Origin.parse("affiliates:p"), id("com-1"), 1, USD, 980, DAY, Optional.empty());
    Commission reversed =
        new Commission(
            Origin.parse("affiliates:p"), id("com-1"), 2, USD, 980, DAY, Optional.of(DAY));

    assertThat(books.effectOf(accrued)).isEqualTo(entry("Dr 6090 9.80; Cr 2009 9.80"));
    assertThat(books.effectOf(reversed)).isEqualTo(entry("Dr 2009 9.80; Cr 6090 9.80"));
    assertThat(books.effectOf(line("l1", -980), allocation("l1", leg("2009", 980, "com-1"))))
        .isEqualTo(entry("Dr 2009 9.80; Cr 1000 9.80"));
  }

  @Test
  @Tag("accounting-94")
  void whatWasCollectedForAThirdPartyIsPaidOut() {
    assertThat(books.effectOf(line("l1", -100), allocation("l1", leg("2260", 100))))
        .isEqualTo(entry("Dr 2260 1.00; Cr 1000 1.00"));
  }

  @Test
  @Tag("accounting-96a")
  @Tag("accounting-96b")
  void aWireShortOfABankFeeOrAboveWhatWasOwed() {
    assertThat(
            books.effectOf(
                line("l1", 9584), allocation("l1", leg("6080", 1000), leg("1100", -10584, "1001"))))
        .isEqualTo(entry("Dr 1000 95.84; Dr 6080 10.00; Cr 1100 105.84"));
    assertThat(
            books.effectOf(
                line("l2", 11000),
                allocation("l2", leg("1100", -10584, "1002"), leg("2230", -416, "1002"))))
        .isEqualTo(entry("Dr 1000 110.00; Cr 1100 105.84; Cr 2230 4.16"));
  }

  @Test
  @Tag("accounting-55")
  void anAllocationThatDoesNotMakeTheAmountLeavesTheLineInSuspense() {
    books.tell(line("l1", -775), allocation("l1", leg("2000:ups", 700, "INV-1")));

    assertThat(books.net()).isEqualTo(entry("Dr 2900 7.75; Cr 1000 7.75"));
    assertThat(books.only(Discrepancy.Kind.ALLOCATION_DOES_NOT_ADD_UP))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(-75));
  }

  @Test
  void anAmountInAnotherCurrencyIsReportedAndNeverGuessed() {
    books.tell(new WalletTopUp(EASYPOST, id("pay_1"), new CurrencyCode("EUR"), 20000, AT));
    books.tell(new GoodsReceipt(SUPPLIER, id("shp_1"), new CurrencyCode("EUR"), 100000, DAY));

    assertThat(books.net()).isEmpty();
    assertThat(books.kinds())
        .containsExactly(Discrepancy.Kind.RATE_UNKNOWN, Discrepancy.Kind.RATE_UNKNOWN);
  }
}
