package io.daybook.statements;

import io.daybook.ledger.AccountCode;
import io.daybook.ledger.AccountType;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.ShownAccount;
import io.daybook.ledger.ShownAccounts;

/**
 * Account names of Beancount: the type's root, then number and name, then number and qualifier, such as {@code
 * Assets:1010-Clearing:1010-stripe}. A part may hold letters, digits and hyphens only and must begin with a capital or a
 * digit, hence the number before the qualifier. What a qualifier may hold and a part may not is written as {@code --d}
 * (dot), {@code --u} (underscore) and {@code --h} (a hyphen before one of these three), so that no two accounts share a
 * name.
 */
final class BeancountNames {
  private static final int DIGITS = 4;

  private static final ShownAccounts DEFAULTS = ShownAccounts.of(ChartPreset.US_GAAP);

  private BeancountNames() {}

  /** The account's name. */
  static String name(AccountCode code) {
    return name(DEFAULTS.of(code));
  }

  /** The name of an account as it is shown. */
  static String name(ShownAccount account) {
    String words = account.title().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    String number = encode(capital(account.number()));
    String name = root(account.type()) + ":" + number + (words.isEmpty() ? "" : "-" + words);
    return account.qualifier().isEmpty()
        ? name
        : name + ":" + number + "-" + encode(account.qualifier());
  }

  /** A part begins with a capital or a digit; an own number may begin with any letter. */
  private static String capital(String number) {
    return Character.isLowerCase(number.charAt(0)) ? "X-" + number : number;
  }

  /** The inverse of {@link #name}. */
  static AccountCode parse(String name) {
    int first = name.indexOf(':');
    int second = name.indexOf(':', first + 1);
    if (first >= 0 && name.length() >= first + 1 + DIGITS) {
      boolean qualified = second >= 0 && name.length() > second + 1 + DIGITS;
      String qualifier = qualified ? ":" + decode(name.substring(second + 2 + DIGITS)) : "";
      AccountCode code =
          AccountCode.parse(name.substring(first + 1, first + 1 + DIGITS) + qualifier);
      if (name(code).equals(name)) {
        return code;
      }
    }
    throw new IllegalArgumentException(
        "account is '" + name + "', expected a name such as 'Assets:1000-Bank'");
  }

  private static String encode(String qualifier) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < qualifier.length(); i++) {
      char c = qualifier.charAt(i);
      boolean ambiguous = i + 1 < qualifier.length() && "-._".indexOf(qualifier.charAt(i + 1)) >= 0;
      switch (c) {
        case '.' -> text.append("--d");
        case '_' -> text.append("--u");
        case '-' -> text.append(ambiguous ? "--h" : "-");
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  private static String decode(String text) {
    return text.replace("--d", ".").replace("--u", "_").replace("--h", "-");
  }

  private static String root(AccountType type) {
    return switch (type) {
      case ASSET -> "Assets";
      case LIABILITY -> "Liabilities";
      case EQUITY -> "Equity";
      case REVENUE, CONTRA_REVENUE -> "Income";
      case EXPENSE, OTHER -> "Expenses";
    };
  }
}
