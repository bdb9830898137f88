package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.AccountType;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.ShownAccount;
import java.io.IOException;

/** hledger's journal: every commodity, account and tag declared. */
record Hledger() implements JournalDialect {
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
    out.append("; Written by Daybook for hledger. Check with: hledger check --strict\n\n");
    out.append("decimal-mark .\n\n");
    for (CurrencyCode currency : journal.currencies()) {
      out.append("commodity ").append(sample(currency)).append('\n');
    }
    PlainText.declareTags(journal, out);
    for (ShownAccount account : journal.accounts().keySet()) {
      out.append("account ").append(HierarchicalNames.name(account)).append("  ; type: ");
      out.append(type(account.type())).append('\n');
    }
    for (Journal.Transaction transaction : journal.transactions()) {
      PlainText.write(transaction, journal.postings(transaction), out);
    }
  }

  /** hledger wants a decimal mark in the sample even where no decimals follow it. */
  private static String sample(CurrencyCode currency) {
    return "1000." + "0".repeat(Decimals.iso(currency)) + " " + currency;
  }

  private static char type(AccountType type) {
    return switch (type) {
      case ASSET -> 'A';
      case LIABILITY -> 'L';
      case EQUITY -> 'E';
      case REVENUE, CONTRA_REVENUE -> 'R';
      case EXPENSE, OTHER -> 'X';
    };
  }
}
