package io.daybook.bench.cost;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** The cost table as text of fixed columns. */
final class TableText {
  private static final BigDecimal GIGABYTE = new BigDecimal(1_000);

  private TableText() {}

  static void write(CostTable table, Appendable out) throws IOException {
    out.append("Cost of a million orders at list price (us-east-1, on demand, no free tier)\n");
    write(table.target(), out);
    for (Scenario other : table.others()) {
      write(other, out);
    }
    write(table.standing(), out);
    write(table.nightly(), out);
    sizes(table, out);
  }

  private static void write(Scenario scenario, Appendable out) throws IOException {
    out.append("\n").append(scenario.name()).append("\n");
    for (CostLine line : scenario.lines()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %-52s %12s %-11s $%8s%n",
              line.what(),
              line.perOrder().setScale(3, RoundingMode.HALF_UP).toPlainString(),
              line.unit(),
              cents(line.dollars())));
    }
    out.append(String.format(Locale.ROOT, "  %-76s  $%8s%n", "total", cents(scenario.dollars())));
  }

  private static String cents(BigDecimal dollars) {
    return dollars.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static void sizes(CostTable table, Appendable out) throws IOException {
    out.append("\nItems of the month, bytes\n");
    out.append(
        String.format(
            Locale.ROOT,
            "  %-24s %7s %7s %7s %7s %8s %12s %12s%n",
            "",
            "items",
            "median",
            "9 in 10",
            "largest",
            "over 1 KB",
            "an order",
            "its index"));
    BigDecimal inbox = BigDecimal.ZERO;
    BigDecimal kept = BigDecimal.ZERO;
    for (SizeLine line : table.sizes()) {
      out.append(
          String.format(
              Locale.ROOT,
              "  %-24s %7d %7d %7d %7d %7s%% %12s %12s%n",
              line.what(),
              line.items(),
              line.median(),
              line.ninety(),
              line.largest(),
              new BigDecimal(line.overOneUnit()).movePointLeft(1).toPlainString(),
              line.bytesPerOrder().setScale(1, RoundingMode.HALF_UP).toPlainString(),
              line.indexBytesPerOrder().setScale(1, RoundingMode.HALF_UP).toPlainString()));
      if (line.what().equals("inbox")) {
        inbox = inbox.add(line.bytesPerOrder());
      } else {
        kept = kept.add(line.bytesPerOrder()).add(line.indexBytesPerOrder());
      }
    }
    BigDecimal keptDollars =
        kept.divide(GIGABYTE)
            .multiply(Prices.TABLE_GIGABYTE_MONTH.add(Prices.RECOVERY_GIGABYTE_MONTH));
    BigDecimal inboxDollars =
        inbox
            .divide(GIGABYTE)
            .multiply(Prices.TABLE_GIGABYTE_MONTH.add(Prices.RECOVERY_GIGABYTE_MONTH));
    out.append(
        String.format(
            Locale.ROOT,
            "%nStorage of a million orders, recovery included: ledger and state $%s a month; inbox $%s a month, for 40"
                + " days%n",
            cents(keptDollars),
            cents(inboxDollars)));
  }
}
