package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.ShownAccount;
import java.io.IOException;

/** Ledger's journal: every commodity, tag and account declared. Payees are not, for {@code --pedantic} asks for none. */
record Ledger() implements JournalDialect {
  @Override
  public String accountName(AccountCode account) {
    return HierarchicalNames.name(account);
  }

  @Override
  public AccountCode account(String name) {
    return HierarchicalNames.parse(name);
  }

  @Override
  public void write(Journal journal, Appendable out) throws IOException {
    out.append("; ").append(PlainText.line(journal.title())).append('\n');
    out.append("; Written by Daybook for Ledger. Check with: ledger --pedantic -f FILE bal\n\n");
    for (CurrencyCode currency : journal.currencies()) {
      out.append("commodity ").append(currency.value()).append('\n');
      out.append("    format ").append(sample(currency)).append('\n');
    }
    PlainText.declareTags(journal, out);
    for (ShownAccount account : journal.accounts().keySet()) {
      out.append("account ").append(HierarchicalNames.name(account)).append('\n');
    }
    for (Journal.Transaction transaction : journal.transactions()) {
      PlainText.write(transaction, journal.postings(transaction), out);
    }
  }

  private static String sample(CurrencyCode currency) {
    int decimals = Decimals.iso(currency);
    return (decimals == 0 ? "1000" : "1000." + "0".repeat(decimals)) + " " + currency;
  }
}
