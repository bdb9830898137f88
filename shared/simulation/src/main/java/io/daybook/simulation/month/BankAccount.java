package io.daybook.simulation.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the bank books in the month: the payouts that arrive, and one fee that nobody knows of. */
final class BankAccount {
  /** The bank's monthly fee, minor units. */
  static final long FEE_MINOR = 1_200;

  private final Setting setting;
  private final Ids ids;

  BankAccount(Setting setting, Ids ids) {
    this.setting = setting;
    this.ids = ids;
  }

  List<BankLine> lines(List<Payout> payouts) {
    LocalDate last = setting.month().atEndOfMonth();
    List<BankLine> lines = new ArrayList<>();
    for (Payout payout : payouts) {
      if (!payout.arrivesOn().isAfter(last)) {
        lines.add(arrival(payout));
      }
    }
    LocalDate feeDay = Ledgers.businessDaysAfter(last.minusDays(2), 1);
    lines.add(
        new BankLine(
            reference(feeDay), feeDay, -FEE_MINOR, "", "MONTHLY ACCOUNT FEE", Optional.empty()));
    lines.sort(Comparator.comparing(BankLine::day).thenComparing(BankLine::id));
    return lines;
  }

  /** Stripe's trace id comes as the end-to-end id; that of Shopify Payments stands in the text. */
  private BankLine arrival(Payout payout) {
    boolean stripe = payout.processor() == Processor.STRIPE;
    return new BankLine(
        reference(payout.arrivesOn()),
        payout.arrivesOn(),
        payout.amountMinor(),
        stripe ? payout.trace() : "",
        stripe ? "STRIPE TRANSFER" : "SHOPIFY PAYOUT " + payout.trace(),
        Optional.of(payout));
  }

  private String reference(LocalDate day) {
    return day.toString().replace("-", "") + "NTRF" + ids.digits(8);
  }
}
