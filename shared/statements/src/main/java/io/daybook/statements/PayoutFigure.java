package io.daybook.statements;

import io.daybook.reconciliation.PayoutStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a payout statement's summary, the same in every format.
 *
 * @param section which sum it is part of
 * @param label what it is, in words
 * @param day as of which day, if it has one
 * @param reference the id to look it up by, if it has one
 * @param minor the amount, minor units, signed as it moves the clearing account (the bank's and the payout's: as paid)
 * @param weight part, total or difference
 */
public record PayoutFigure(
    Section section,
    String label,
    Optional<LocalDate> day,
    Optional<String> reference,
    long minor,
    Weight weight) {
  /** The sums of a statement. */
  public enum Section {
    /** The transactions in the payout against its amount. */
    PROOF("proof"),
    /** The clearing account's roll forward. */
    CLEARING("clearing"),
    /** Its arrival. */
    BANK("bank"),
    /** The processor's own report against the transactions. */
    REPORT("report");

    private final String code;

    Section(String code) {
      this.code = code;
    }

    /** As the CSV writes it. */
    public String code() {
      return code;
    }
  }

  /** How a figure is shown. */
  public enum Weight {
    /** One of several that are added up. */
    PART,
    /** Their sum. */
    TOTAL,
    /** Zero if all is well. */
    DIFFERENCE
  }

  /** Every figure of a section, in the order in which it adds up. */
  public static List<PayoutFigure> of(PayoutStatement statement, Section section) {
    List<PayoutFigure> figures = new ArrayList<>();
    switch (section) {
      case PROOF -> {
        figures.addAll(parts(section, statement.proof()));
        figures.add(
            of(section, "Total of its transactions", statement.proof().totalMinor(), Weight.TOTAL));
        figures.add(
            on(
                section,
                "Payout, as the processor says",
                statement.issuedOn(),
                statement.amountMinor(),
                Weight.PART));
        String difference =
            statement.status() == PayoutStatement.Status.UNATTRIBUTED
                ? "Not attributed yet"
                : "Difference";
        figures.add(of(section, difference, statement.differenceMinor(), Weight.DIFFERENCE));
      }
      case CLEARING -> {
        figures.add(
            on(
                section,
                "Opening balance",
                statement.from(),
                statement.openingMinor(),
                Weight.TOTAL));
        figures.addAll(parts(section, statement.activity()));
        figures.addAll(payout(statement));
        figures.add(
            on(
                section,
                "Closing balance",
                statement.issuedOn(),
                statement.closingMinor(),
                Weight.TOTAL));
      }
      case BANK ->
          statement
              .bank()
              .ifPresent(arrival -> {
                figures.add(
                    new PayoutFigure(
                        section,
                        "Arrived at the bank",
                        Optional.of(arrival.bookedOn()),
                        Optional.of(arrival.line().value()),
                        arrival.amountMinor(),
                        Weight.PART));
                figures.add(
                    of(
                        section,
                        "Difference to the payout",
                        arrival.differenceMinor(),
                        Weight.DIFFERENCE));
              });
      case REPORT ->
          statement
              .report()
              .ifPresent(report -> {
                figures.add(
                    of(
                        section,
                        "Total of the processor's report",
                        report.reportedMinor(),
                        Weight.PART));
                figures.add(
                    of(
                        section,
                        "Difference to its transactions",
                        report.differenceMinor(),
                        Weight.DIFFERENCE));
              });
    }
    return figures;
  }

  private static List<PayoutFigure> parts(Section section, PayoutStatement.Totals totals) {
    return List.of(
        of(section, "Charges", totals.chargesMinor(), Weight.PART),
        of(section, "Refunds", totals.refundsMinor(), Weight.PART),
        of(section, "Disputes", totals.disputesMinor(), Weight.PART),
        of(section, "Fees", totals.feesMinor(), Weight.PART),
        of(section, "Adjustments", totals.adjustmentsMinor(), Weight.PART));
  }

  /**
   * The payout's own line in the roll forward: nothing, if the account does not show yet that it left. What then still
   * does not add up is shown, never plugged.
   */
  private static List<PayoutFigure> payout(PayoutStatement statement) {
    long before = Math.addExact(statement.openingMinor(), statement.activity().totalMinor());
    boolean left = before != statement.closingMinor() || statement.amountMinor() == 0;
    long payout = left ? Math.negateExact(statement.amountMinor()) : 0;
    long rest = Math.subtractExact(statement.closingMinor(), Math.addExact(before, payout));
    PayoutFigure own =
        new PayoutFigure(
            Section.CLEARING,
            left ? "This payout" : "This payout (" + notLeft(statement.status()) + ")",
            Optional.of(statement.issuedOn()),
            Optional.of(statement.payout().value()),
            payout,
            Weight.PART);
    return rest == 0
        ? List.of(own)
        : List.of(own, of(Section.CLEARING, "Not explained", rest, Weight.DIFFERENCE));
  }

  private static String notLeft(PayoutStatement.Status status) {
    return switch (status) {
      case RECONCILED, IN_TRANSIT, DIFFERENCE, UNATTRIBUTED -> "not in the books yet";
      case FAILED, PENDING -> status.words();
    };
  }

  private static PayoutFigure of(Section section, String label, long minor, Weight weight) {
    return new PayoutFigure(section, label, Optional.empty(), Optional.empty(), minor, weight);
  }

  private static PayoutFigure on(
      Section section, String label, LocalDate day, long minor, Weight weight) {
    return new PayoutFigure(section, label, Optional.of(day), Optional.empty(), minor, weight);
  }
}
