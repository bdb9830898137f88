package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountType;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.Dimension;
import io.daybook.ledger.ShownAccounts;
import io.daybook.ledger.ShownBalance;
import io.daybook.ledger.TrialBalance;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trial balance, in any format.
 *
 * @param balance whose rows are shown, by account and currency
 * @param currency the book's, in which values are
 * @param zone the book's, in which {@code asOf} is a day
 */
public record TrialBalanceReport(ShownBalance balance, CurrencyCode currency, ZoneId zone)
    implements Report {
  /** One on the accounts of the default chart. */
  public TrialBalanceReport(TrialBalance balance, CurrencyCode currency, ZoneId zone) {
    this(ShownBalance.of(balance, ShownAccounts.of(ChartPreset.US_GAAP)), currency, zone);
  }

  @Override
  public void write(StatementFormat format, OutputStream out) throws IOException {
    switch (format) {
      case CSV -> TrialBalanceCsv.write(this, out);
      case XLSX -> TrialBalanceXlsx.write(this, out);
      case PDF -> TrialBalancePdf.write(this, out);
    }
  }

  /** The type of an account as people and files call it, such as {@code contra-revenue}. */
  static String words(AccountType type) {
    return type.word();
  }

  /** What it is split by, as a column's title. */
  Optional<String> by() {
    return balance
        .by()
        .map(Dimension::word)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
  }

  /** The day with its zone, and what was known when. */
  String asOf() {
    String day = balance.asOf() + " (end of day, " + zone.getId() + ")";
    return balance
        .knownAt()
        .map(at -> day + ", as known at " + PayoutLines.time(at, zone) + provisional())
        .orElse(day);
  }

  private String provisional() {
    return switch (balance.certainty()) {
      case FINAL -> "";
      case PROVISIONAL -> " (provisional)";
    };
  }

  /** The book's currency, then every other one that has a row. */
  public List<CurrencyCode> currencies() {
    Stream<CurrencyCode> others =
        balance.rows().stream()
            .map(ShownBalance.Row::currency)
            .filter(other -> !other.equals(currency))
            .sorted();
    return Stream.concat(Stream.of(currency), others).distinct().toList();
  }

  /** Whether a balance is in another currency than the book's, so that its amount stands beside its value. */
  boolean isForeign() {
    return balance.rows().stream().anyMatch(this::isForeign);
  }

  /** Whether this balance is. */
  boolean isForeign(ShownBalance.Row row) {
    return !row.currency().equals(currency);
  }

  /** The sum of the balances that are worth something, minor units of the book's currency. */
  long debitValues() {
    return balance.rows().stream()
        .mapToLong(ShownBalance.Row::valueMinor)
        .filter(minor -> minor > 0)
        .reduce(0, Math::addExact);
  }

  /** The sum of the balances that are owed, minor units of the book's currency, without sign. */
  long creditValues() {
    return balance.rows().stream()
        .mapToLong(ShownBalance.Row::valueMinor)
        .filter(minor -> minor < 0)
        .map(Math::negateExact)
        .reduce(0, Math::addExact);
  }

  /** The sum of the debits of a currency, minor units. */
  public long debits(CurrencyCode of) {
    return balance.rows().stream()
        .filter(row -> row.currency().equals(of) && row.minor() > 0)
        .mapToLong(ShownBalance.Row::minor)
        .reduce(0, Math::addExact);
  }

  /** The sum of the credits of a currency, minor units, without sign. */
  public long credits(CurrencyCode of) {
    return balance.rows().stream()
        .filter(row -> row.currency().equals(of) && row.minor() < 0)
        .mapToLong(row -> Math.negateExact(row.minor()))
        .reduce(0, Math::addExact);
  }
}
