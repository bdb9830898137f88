package io.daybook.catalogue;

import java.util.Locale;

/** The three tables. */
public enum Table {
  /** Raw messages: put only, and emptied where the law asks for it. */
  INBOX,
  /** Subjects as logs, put only. */
  LEDGER,
  /** All that is mutable. */
  STATE;

  /** Its name in lower case, as in names of tables and variables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
