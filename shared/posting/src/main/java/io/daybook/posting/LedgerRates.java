package io.daybook.posting;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import io.daybook.events.Origin;
import io.daybook.ledger.LedgerStore;
import io.daybook.posting.exchange.RateTable;
import io.daybook.posting.requirement.Facts;
import java.time.YearMonth;
import java.util.List;

/** The rates that a book's ledger learnt, each pair and month a subject of its own. */
public final class LedgerRates implements RateTable {
  private final LedgerStore ledger;
  private final Origin book;

  /** The rates in a ledger. */
  public LedgerRates(LedgerStore ledger) {
    this.ledger = ledger;
    this.book = new Origin("daybook", ledger.book().name());
  }

  @Override
  public List<ExchangeRate> of(CurrencyCode from, CurrencyCode to, YearMonth month) {
    return Facts.in(ledger.read(Routing.rates(book, from, to, month))).all(ExchangeRate.class);
  }
}
