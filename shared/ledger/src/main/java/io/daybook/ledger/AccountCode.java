package io.daybook.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An account: a four-digit number of the chart, and for accounts kept apart (clearing per gateway, tax per
 * jurisdiction, bank per account) a qualifier, such as {@code 1010:stripe} or {@code 2010:US-CA}.
 */
public record AccountCode(int number, String qualifier) implements Comparable<AccountCode> {
  /** Refuses a number outside 1000 to 9999 and a qualifier with other than letters, digits and {@code - _ .}. */
  public AccountCode {
    if (number < 1000 || number > 9999) {
      throw new IllegalArgumentException("account number is " + number + ", expected 1000 to 9999");
    }
    if (!qualifier.matches("[A-Za-z0-9._-]{0,60}")) {
      throw new IllegalArgumentException(
          "account qualifier is '"
              + qualifier
              + "', expected at most 60 letters, digits, '-', '_', '.'");
    }
  }

  /** An account without a qualifier. */
  public static AccountCode of(int number) {
    return new AccountCode(number, "");
  }

  /** An account with a qualifier; characters that a qualifier cannot have become {@code -}. */
  public static AccountCode of(int number, String qualifier) {
    return new AccountCode(number, qualifier.replaceAll("[^A-Za-z0-9._-]", "-"));
  }

  /** The inverse of {@link #toString}. */
  @JsonCreator
  public static AccountCode parse(String text) {
    int colon = text.indexOf(':');
    String number = colon < 0 ? text : text.substring(0, colon);
    if (!number.matches("[0-9]{4}")) {
      throw new IllegalArgumentException(
          "account is '" + text + "', expected a number such as 1010 or 1010:stripe");
    }
    return new AccountCode(Integer.parseInt(number), colon < 0 ? "" : text.substring(colon + 1));
  }

  @Override
  public int compareTo(AccountCode other) {
    int byNumber = Integer.compare(number, other.number);
    return byNumber != 0 ? byNumber : qualifier.compareTo(other.qualifier);
  }

  @JsonValue
  @Override
  public String toString() {
    return qualifier.isEmpty() ? Integer.toString(number) : number + ":" + qualifier;
  }
}
