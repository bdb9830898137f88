package io.daybook.statements;

import io.daybook.reconciliation.PayoutStatement;

/** The one sentence that says how a payout stands. */
public final class PayoutWords {
  private PayoutWords() {}

  /** How it stands, such as {@code Does not tie: …}. */
  public static String verdict(PayoutStatement statement) {
    String processor = processor(statement);
    String amount = PrintedMoney.withCurrency(statement.amountMinor(), statement.currency());
    String left = PrintedMoney.withCurrency(statement.differenceMinor(), statement.currency());
    String ties = ties(statement, amount) + reported(statement);
    return switch (statement.status()) {
      case RECONCILED -> ties + " " + arrival(statement);
      case IN_TRANSIT -> ties + " No bank line shows its arrival yet.";
      case DIFFERENCE ->
          "Does not tie: "
              + left
              + " of the payout of "
              + amount
              + " is not explained by its transactions. The"
              + " difference stands on the exceptions list."
              + reported(statement);
      case UNATTRIBUTED ->
          processor + " has not told yet of which transactions this payout consists.";
      case FAILED -> "The payout came back before it reached the bank.";
      case PENDING -> "The payout has not left the balance at " + processor + " yet.";
    };
  }

  private static String ties(PayoutStatement statement, String amount) {
    int count = PayoutLines.of(statement, PayoutStatement.Membership.THIS_PAYOUT).size();
    return count == 1
        ? "Its one transaction is exactly the payout of " + amount + "."
        : "Its " + count + " transactions add up to exactly the payout of " + amount + ".";
  }

  /** What the processor's own report says to it, if there is one. */
  private static String reported(PayoutStatement statement) {
    return statement
        .report()
        .map(report ->
            " "
                + processor(statement)
                + (report.agrees()
                    ? "'s own report lists the same."
                    : "'s own report lists it otherwise, as the exceptions list says."))
        .orElse("");
  }

  private static String arrival(PayoutStatement statement) {
    String verb =
        statement.amountMinor() < 0 ? "The bank was debited on " : "It arrived at the bank on ";
    return statement
        .bank()
        .map(arrival ->
            verb
                + arrival.bookedOn()
                + " ("
                + statement.zone().getId()
                + ")"
                + arrival.booked().map(booked -> " as " + booked).orElse("")
                + ".")
        .orElse("");
  }

  /** The processor's name as a word, such as {@code Stripe}. */
  public static String processor(PayoutStatement statement) {
    String platform = statement.processor().platform();
    return platform.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + platform.substring(1);
  }
}
