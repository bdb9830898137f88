package io.daybook.statements;

import io.daybook.ledger.AccountCode;
import io.daybook.ledger.AccountType;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.ShownAccount;
import io.daybook.ledger.ShownAccounts;

/**
 * Account names of hledger and Ledger: the type's root, then number and name, then the qualifier, such as {@code
 * assets:1010 Clearing:stripe}. Reversible, for a name of the chart has no colon and the number is in it.
 */
final class HierarchicalNames {
  private static final ShownAccounts DEFAULTS = ShownAccounts.of(ChartPreset.US_GAAP);

  private HierarchicalNames() {}

  /** The account's name. */
  static String name(AccountCode code) {
    return name(DEFAULTS.of(code));
  }

  /** The name of an account as it is shown; what would be syntax in an accountant's own name becomes a dash. */
  static String name(ShownAccount account) {
    String title = PlainText.line(account.title().replaceAll("[:;|\\[\\](){}*!\"']", "-"));
    String name = root(account.type()) + ":" + account.number() + " " + title;
    return account.qualifier().isEmpty() ? name : name + ":" + account.qualifier();
  }

  /** The inverse of {@link #name}. */
  static AccountCode parse(String name) {
    int first = name.indexOf(':');
    int second = name.indexOf(':', first + 1);
    if (first >= 0 && name.length() >= first + 5) {
      String qualifier = second < 0 ? "" : ":" + name.substring(second + 1);
      AccountCode code = AccountCode.parse(name.substring(first + 1, first + 5) + qualifier);
      if (name(code).equals(name)) {
        return code;
      }
    }
    throw new IllegalArgumentException(
        "account is '" + name + "', expected a name such as 'assets:1000 Bank'");
  }

  /** Exchange gains and losses stand with the expenses, where a report of the year's result looks for them. */
  private static String root(AccountType type) {
    return switch (type) {
      case ASSET -> "assets";
      case LIABILITY -> "liabilities";
      case EQUITY -> "equity";
      case REVENUE, CONTRA_REVENUE -> "revenues";
      case EXPENSE, OTHER -> "expenses";
    };
  }
}
