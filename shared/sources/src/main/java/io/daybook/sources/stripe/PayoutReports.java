package io.daybook.sources.stripe;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.events.PayoutId;
import io.daybook.events.ReportedPayout;
import io.daybook.events.ReportedPayout.Line;
import io.daybook.events.TransactionId;
import io.daybook.sources.Translation;
import io.daybook.sources.json.Field;
import java.util.List;
import java.util.Set;

/**
 * The report {@code payout_reconciliation.itemized.5}, cut into its payouts: {@code {payout, currency, chunk, chunks, total,
 * lines}}. Its amounts are decimals in major units (docs.stripe.com/reports/api), unlike all others of Stripe's.
 */
final class PayoutReports {
  private static final Set<String> OWN = Set.of("payout", "payout_reversal");

  private PayoutReports() {}

  static Translation translate(Told told, Origin origin) {
    if (told.maybeText("status").isPresent()) {
      return new Translation.Unknown(
          "stripe report of payouts that Stripe could not make: they are not compared with it");
    }
    if (told.maybeText("unreadable").isPresent()) {
      return new Translation.Unknown(
          "stripe report of payouts that cannot be read: they are not compared with it");
    }
    return new Translation.Facts(List.of(reported(told, origin)));
  }

  private static ReportedPayout reported(Told told, Origin origin) {
    CurrencyCode currency = told.currency();
    List<Field> rows = told.field().list("lines");
    // The payout's own line, should the report have it, is what the others sum to.
    List<Line> lines =
        rows.stream()
            .filter(row -> !OWN.contains(row.at("reporting_category").text()))
            .map(row -> line(row, currency))
            .toList();
    return told.field()
        .make(
            "a chunk that is one of the chunks, of at most 500 lines",
            () ->
                new ReportedPayout(
                    origin,
                    told.field()
                        .at("payout")
                        .parse(PayoutId::new, "an id of at most 200 characters"),
                    told.field().at("total").integer(),
                    told.field().at("chunk").count(),
                    told.field().at("chunks").count(),
                    currency,
                    lines));
  }

  private static Line line(Field row, CurrencyCode currency) {
    if (!new Told(row).currency().equals(currency)) {
      throw row.at("currency").expected("the currency of the payout's other lines, " + currency);
    }
    long net = row.at("net").minor(currency);
    if (net != Math.subtractExact(row.at("gross").minor(currency), row.at("fee").minor(currency))) {
      throw row.at("net").expected("gross less fee");
    }
    return new Line(
        row.at("balance_transaction_id")
            .parse(TransactionId::new, "an id of at most 200 characters"),
        net);
  }
}
