package io.daybook.portal.page;

import java.util.List;

/**
 * A book at a glance.
 *
 * @param verdict how it stands, in a sentence
 * @param tone how that is to be taken
 * @param payouts the newest ones
 * @param older how many more there are
 * @param shown the first exceptions
 * @param exceptions how many there are
 */
public record OverviewView(
    String book,
    String verdict,
    Badge.Tone tone,
    List<PayoutRow> payouts,
    int older,
    String allHref,
    List<ExceptionRow> shown,
    int exceptions,
    String exceptionsHref) {
  /** A payout in a row. */
  public record PayoutRow(
      String href,
      String id,
      String processor,
      String issuedOn,
      String arrivedOn,
      String amount,
      Badge status,
      String difference) {}

  /** Copies the lists. */
  public OverviewView {
    payouts = List.copyOf(payouts);
    shown = List.copyOf(shown);
  }
}
