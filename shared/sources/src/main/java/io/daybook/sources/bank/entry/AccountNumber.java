package io.daybook.sources.bank.entry;

import java.util.Locale;
import java.util.regex.Pattern;

/** The numbers of bank accounts as formats write them. */
public final class AccountNumber {
  /** The longest that is kept, in characters; an IBAN has at most 34. */
  public static final int LONGEST = 100;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

  /** Fewer digits than these may be the end of many an IBAN. */
  private static final int FEWEST_DIGITS = 6;

  private AccountNumber() {}

  /** Without what people put in to read it: no spaces, capitals, nothing that splits a key. */
  public static String normal(String number) {
    return SPACE.matcher(number).replaceAll("").replace('/', '-').toUpperCase(Locale.ROOT);
  }

  /**
   * Whether two formats may mean the same account: the numbers are equal, or one is an IBAN that ends in the other's own
   * number ({@code 37040044/532013000} and {@code DE89370400440532013000}).
   */
  public static boolean mayBeSame(String one, String other) {
    String a = normal(one);
    String b = normal(other);
    return a.equals(b) || isEndOf(a, b) || isEndOf(b, a);
  }

  private static boolean isEndOf(String number, String iban) {
    if (!ReferenceWords.isIban(iban) || ReferenceWords.isIban(number)) {
      return false;
    }
    String own = number.substring(number.lastIndexOf('-') + 1);
    String digits = LEADING_ZEROS.matcher(NO_DIGIT.matcher(own).replaceAll("")).replaceAll("");
    return digits.length() >= FEWEST_DIGITS && iban.endsWith(digits);
  }
}
