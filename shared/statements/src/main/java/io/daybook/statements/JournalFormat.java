package io.daybook.statements;

import io.daybook.ledger.AccountCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plain-text accounting system for which a {@link Journal} is written. */
public enum JournalFormat {
  /** hledger 1.25 or newer; passes {@code hledger check --strict}. */
  HLEDGER("hledger"),
  /** Ledger 3; passes {@code ledger --pedantic}. */
  LEDGER("ledger"),
  /** Beancount 2 or 3; passes {@code bean-check}. */
  BEANCOUNT("beancount");

  private final String extension;

  JournalFormat(String extension) {
    this.extension = extension;
  }

  /** How the name of such a file ends, without the dot. It is also the name that {@link #parse} reads. */
  public String extension() {
    return extension;
  }

  /**
   * What the account is called in this format. No two accounts share a name.
   *
   * @throws IllegalArgumentException if the chart does not have the account
   */
  public String accountName(AccountCode account) {
    return dialect().accountName(account);
  }

  /**
   * The account of a name: the inverse of {@link #accountName}.
   *
   * @throws IllegalArgumentException if no account has that name
   */
  public AccountCode account(String name) {
    return dialect().account(name);
  }

  /** Writes the journal; the caller flushes and closes. */
  public void write(Journal journal, Appendable out) throws IOException {
    dialect().write(journal, out);
  }

  /**
   * The format of a name, in any case: the inverse of {@link #extension}.
   *
   * @throws IllegalArgumentException if there is none of that name; the message lists those there are
   */
  public static JournalFormat parse(String name) {
    for (JournalFormat format : values()) {
      if (format.extension.equals(name.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "journal format is '" + name + "', expected one of " + names());
  }

  private JournalDialect dialect() {
    return switch (this) {
      case HLEDGER -> new Hledger();
      case LEDGER -> new Ledger();
      case BEANCOUNT -> new Beancount();
    };
  }

  private static String names() {
    return Arrays.stream(values()).map(JournalFormat::extension).collect(Collectors.joining(", "));
  }
}
