package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.Dimension;
import io.daybook.ledger.ShownAccounts;
import io.daybook.ledger.ShownBalance;
import io.daybook.ledger.TrialBalance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes reports to bytes; what was written last can be looked at under {@code target/reports}. */
final class Reports {
  private Reports() {}

  static byte[] bytes(Report report, StatementFormat format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      report.write(format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path keep(String name, Report report, StatementFormat format) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "reports"));
    return Files.write(folder.resolve(name + "." + format.extension()), bytes(report, format));
  }

  static TrialBalanceReport trialBalance() {
    List<TrialBalance.Row> rows =
        List.of(
            new TrialBalance.Row(
                AccountCode.of(1000, "DE89370400440532013000"),
                SampleBooks.USD,
                1_234_567_89,
                1_234_567_89),
            new TrialBalance.Row(AccountCode.of(1010, "stripe"), SampleBooks.EUR, -100_00, -109_00),
            new TrialBalance.Row(AccountCode.of(1010, "stripe"), SampleBooks.USD, 10, 10),
            new TrialBalance.Row(AccountCode.of(1019), SampleBooks.EUR, 100_00, 109_00),
            new TrialBalance.Row(AccountCode.of(1019), SampleBooks.USD, -109_00, -109_00),
            new TrialBalance.Row(AccountCode.of(2010, "US-CA"), SampleBooks.USD, -784, -784),
            new TrialBalance.Row(AccountCode.of(2240), SampleBooks.USD, -20, -20),
            new TrialBalance.Row(
                AccountCode.of(4000), SampleBooks.USD, -1_234_459_95, -1_234_459_95),
            new TrialBalance.Row(AccountCode.of(4090), SampleBooks.USD, 900, 900));
    Instant known = Instant.parse("2026-11-12T09:30:00Z");
    return new TrialBalanceReport(
        new TrialBalance(
            new Book("blue-cup"),
            LocalDate.parse("2026-10-31"),
            Optional.of(known),
            rows,
            TrialBalance.Certainty.FINAL),
        SampleBooks.USD,
        SamplePayouts.BERLIN);
  }

  /** In the book's currency alone, split by location; what no place is known of comes first. */
  static TrialBalanceReport trialBalanceByLocation() {
    return new TrialBalanceReport(
        byLocation(
            List.of(
                row(4000, "", SampleBooks.USD, -1_000_00, -1_000_00),
                row(4000, "655441491", SampleBooks.USD, -200_00, -200_00),
                row(1100, "", SampleBooks.USD, 1_000_00, 1_000_00),
                row(1100, "655441491", SampleBooks.USD, 200_00, 200_00))),
        SampleBooks.USD,
        SamplePayouts.BERLIN);
  }

  /** The same with a sale in yen. */
  static TrialBalanceReport foreignByLocation() {
    return new TrialBalanceReport(
        byLocation(
            List.of(
                row(4000, "", SampleBooks.USD, -1_000_00, -1_000_00),
                row(4000, "655441491", SampleBooks.JPY, -15_000, -100_00),
                row(1100, "", SampleBooks.USD, 1_100_00, 1_100_00))),
        SampleBooks.USD,
        SamplePayouts.BERLIN);
  }

  private static ShownBalance byLocation(List<ShownBalance.Row> rows) {
    return new ShownBalance(
        new Book("blue-cup"),
        LocalDate.parse("2026-10-31"),
        Optional.empty(),
        Optional.of(Dimension.LOCATION),
        rows,
        TrialBalance.Certainty.FINAL);
  }

  private static ShownBalance.Row row(
      int account, String of, CurrencyCode currency, long minor, long valueMinor) {
    return new ShownBalance.Row(
        ShownAccounts.of(ChartPreset.US_GAAP).of(AccountCode.of(account)),
        of,
        currency,
        minor,
        valueMinor);
  }
}
