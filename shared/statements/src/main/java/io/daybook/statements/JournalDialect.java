package io.daybook.statements;

import io.daybook.ledger.AccountCode;
import java.io.IOException;

/** How one system writes accounts and transactions. */
sealed interface JournalDialect permits Hledger, Ledger, Beancount {
  /** The account's name, other than every other account's. */
  String accountName(AccountCode account);

  /** The inverse of {@link #accountName}; refuses any other text. */
  AccountCode account(String name);

  /** Declarations, then transactions. */
  void write(Journal journal, Appendable out) throws IOException;
}
