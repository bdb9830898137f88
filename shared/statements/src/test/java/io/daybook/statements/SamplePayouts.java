package io.daybook.statements;

import io.daybook.events.BankLineId;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.PayoutId;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.reconciliation.PayoutStatement;
import io.daybook.reconciliation.PayoutStatement.Arrival;
import io.daybook.reconciliation.PayoutStatement.Line;
import io.daybook.reconciliation.PayoutStatement.Membership;
import io.daybook.reconciliation.PayoutStatement.Status;
import io.daybook.reconciliation.PayoutStatement.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Payout statements that add up, each showing something else. */
final class SamplePayouts {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final LocalDate FROM = LocalDate.parse("2026-10-19");
  private static final LocalDate ISSUED = LocalDate.parse("2026-10-26");

  private SamplePayouts() {}

  static Line line(
      int number, String at, Movement movement, long amount, long fee, Membership membership) {
    Instant instant = Instant.parse(at);
    String id = "txn_3OqXh2eZvKYlo2C" + String.format(Locale.ROOT, "%07d", number);
    boolean referenced = movement != Movement.FEE && movement != Movement.UNKNOWN;
    return new Line(
        new TransactionId(id),
        Optional.of(instant),
        Optional.of(LocalDate.ofInstant(instant, BERLIN)),
        movement,
        referenced
            ? Optional.of(
                new Reference("ch_3OqXh2eZvKYlo2C" + String.format(Locale.ROOT, "%07d", number)))
            : Optional.empty(),
        amount,
        fee,
        amount + fee,
        membership,
        List.of("transaction/" + id));
  }

  /** Ties and arrived; over the end of summer time, with one transaction of the day that is in the next payout. */
  static PayoutStatement small() {
    return statement(SampleBooks.USD, small(1), 0, Status.RECONCILED, true, 4_210);
  }

  private static List<Line> small(long times) {
    return List.of(
        line(
            1,
            "2026-10-19T08:12:45Z",
            Movement.CHARGE,
            105_84 * times,
            -3_37 * times,
            Membership.THIS_PAYOUT),
        line(
            2,
            "2026-10-25T00:30:00Z",
            Movement.CHARGE,
            1_250_00 * times,
            -36_55 * times,
            Membership.THIS_PAYOUT),
        line(3, "2026-10-25T01:30:00Z", Movement.REFUND, -40_00 * times, 0, Membership.THIS_PAYOUT),
        line(
            4,
            "2026-10-25T11:00:00Z",
            Movement.DISPUTE,
            -86_00 * times,
            -15_00 * times,
            Membership.THIS_PAYOUT),
        line(5, "2026-10-25T12:00:00Z", Movement.FEE, -2_00 * times, 0, Membership.THIS_PAYOUT),
        line(6, "2026-10-25T13:00:00Z", Movement.UNKNOWN, 7_50 * times, 0, Membership.THIS_PAYOUT),
        line(
            7,
            "2026-10-26T20:59:59Z",
            Movement.CHARGE,
            59_00 * times,
            -2_01 * times,
            Membership.NOT_IN_THIS_PAYOUT));
  }

  /** Ends 12.34 above its transactions, and the bank paid 0.50 less. */
  static PayoutStatement withDifference() {
    return statement(SampleBooks.EUR, small(1), 12_34, Status.DIFFERENCE, true, 0);
  }

  /** Refunds outweigh charges: the processor debits the bank. */
  static PayoutStatement negative() {
    List<Line> lines =
        List.of(
            line(1, "2026-10-20T08:12:45Z", Movement.CHARGE, 20_00, -88, Membership.THIS_PAYOUT),
            line(2, "2026-10-21T08:12:45Z", Movement.REFUND, -250_00, 0, Membership.THIS_PAYOUT));
    return statement(SampleBooks.USD, lines, 0, Status.IN_TRANSIT, false, 0);
  }

  /** Yen, without decimals. */
  static PayoutStatement yen() {
    return statement(SampleBooks.JPY, small(10), 0, Status.RECONCILED, true, 120_000);
  }

  /** Dinar, with three decimals. */
  static PayoutStatement dinar() {
    return statement(SampleBooks.KWD, small(3), 0, Status.PENDING, false, 0);
  }

  /** The processor has told nothing. */
  static PayoutStatement unattributed() {
    return statement(SampleBooks.USD, List.of(), 500_00, Status.UNATTRIBUTED, false, 500_00);
  }

  /** 120 transactions, enough for several pages. */
  static PayoutStatement large() {
    Random random = new Random(120);
    List<Line> lines = new ArrayList<>();
    Instant at = Instant.parse("2026-10-19T06:00:00Z");
    for (int i = 1; i <= 120; i++) {
      at = at.plusSeconds(random.nextInt(600, 8_000));
      Movement movement = random.nextInt(9) == 0 ? Movement.REFUND : Movement.CHARGE;
      long amount = random.nextLong(500, 240_000);
      boolean charge = movement == Movement.CHARGE;
      long fee = charge ? -(amount * 29 / 1000 + 30) : 0;
      Membership member = i > 117 ? Membership.NOT_IN_THIS_PAYOUT : Membership.THIS_PAYOUT;
      lines.add(line(i, at.toString(), movement, charge ? amount : -amount / 3, fee, member));
    }
    return statement(SampleBooks.USD, lines, 0, Status.RECONCILED, true, 1_234_56);
  }

  static List<PayoutStatement> all() {
    return List.of(small(), withDifference(), negative(), yen(), dinar(), unattributed(), large());
  }

  private static PayoutStatement statement(
      CurrencyCode currency,
      List<Line> lines,
      long difference,
      Status status,
      boolean arrived,
      long opening) {
    Totals proof =
        totals(lines.stream().filter(one -> one.membership() == Membership.THIS_PAYOUT).toList());
    Totals activity = totals(lines);
    long amount = proof.totalMinor() + difference;
    boolean left = status != Status.PENDING;
    long missing = status == Status.DIFFERENCE ? -50 : 0;
    return new PayoutStatement(
        new Book("blue-cup"),
        BERLIN,
        new Origin("stripe", "acct_1NvE"),
        AccountCode.of(1010, "stripe"),
        new PayoutId("po_1OqYcleZvKYlo2C" + currency),
        status,
        currency,
        ISSUED,
        amount,
        FROM,
        opening,
        activity,
        opening + activity.totalMinor() - (left ? amount : 0),
        proof,
        difference,
        arrived
            ? Optional.of(
                new Arrival(
                    new BankLineId("2026-10-28/0042"),
                    LocalDate.parse("2026-10-28"),
                    amount + missing,
                    missing))
            : Optional.empty(),
        lines,
        Optional.empty());
  }

  private static Totals totals(List<Line> lines) {
    long[] sums = new long[5];
    for (Line line : lines) {
      int place =
          switch (line.movement()) {
            case CHARGE -> 0;
            case REFUND, REFUND_FAILURE -> 1;
            case DISPUTE, DISPUTE_REVERSAL -> 2;
            case FEE -> 3;
            case PAYOUT,
                PAYOUT_FAILURE,
                RESERVE_HOLD,
                RESERVE_RELEASE,
                LOAN_REPAYMENT,
                SUBSCRIPTION,
                TAX_WITHHELD,
                UNKNOWN ->
                4;
          };
      sums[place] += line.amountMinor();
      sums[3] += line.feeMinor();
    }
    return new Totals(sums[0], sums[1], sums[2], sums[3], sums[4]);
  }
}
