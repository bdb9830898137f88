package io.daybook.posting.requirement;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Payout;
import io.daybook.events.PayoutComparison;
import io.daybook.events.PayoutComparison.Difference;
import io.daybook.events.ReportedPayout;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A payout's list of transactions against the processor's own report of it, once both are whole. It requires nothing: the
 * books follow the list, and a person is told where the report says otherwise (docs/decisions/0046).
 */
final class ReportedLines {
  /** So many transactions are named; the others are counted. */
  private static final int NAMED = 3;

  private ReportedLines() {}

  static void compare(Payout payout, Facts facts, RequiredBuilder required) {
    Optional<List<ReportedPayout.Line>> report =
        ReportedPayout.lines(facts.all(ReportedPayout.class));
    Optional<Manifest> list = Manifest.in(facts);
    if (report.isEmpty() || list.isEmpty()) {
      return;
    }
    CurrencyCode currency = list.get().currency();
    PayoutComparison compared = PayoutComparison.of(list.get().items(), report.get());
    if (!compared.agrees()) {
      required.report(
          payout.issuedAt(),
          Discrepancy.Kind.PAYOUT_REPORT_DIFFERS,
          compared.differenceMinor(),
          currency,
          words(payout, compared, currency));
    }
  }

  private static String words(Payout payout, PayoutComparison compared, CurrencyCode currency) {
    String named =
        compared.differences().stream()
            .limit(NAMED)
            .map(difference -> words(difference, currency))
            .collect(Collectors.joining(", "));
    int more = compared.differences().size() - NAMED;
    return "the processor's report has %d transactions of payout %s, which sum to %s; its list has %d, which sum to %s: %s%s"
        .formatted(
            compared.reported(),
            payout.id(),
            new Money(compared.reportedMinor(), currency),
            compared.listed(),
            new Money(compared.listedMinor(), currency),
            named,
            more > 0 ? " and " + more + " more" : "");
  }

  private static String words(Difference difference, CurrencyCode currency) {
    return difference.id()
        + " is "
        + difference
            .reportedMinor()
            .map(minor -> new Money(minor, currency) + " in the report")
            .orElse("not in the report")
        + " and "
        + difference
            .listedMinor()
            .map(minor -> new Money(minor, currency) + " in the list")
            .orElse("not in the list");
  }
}
