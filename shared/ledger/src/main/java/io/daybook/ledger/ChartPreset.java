package io.daybook.ledger;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names for the accounts of the default chart, as a framework's readers know them. The numbers and kinds are the same in
 * all: rules post to numbers.
 */
public enum ChartPreset {
  /** The words of US GAAP: the default. */
  US_GAAP("us-gaap"),
  /** The words of IFRS, and of VAT as in the EU. */
  IFRS_EU("ifrs-eu");

  private final String code;

  ChartPreset(String code) {
    this.code = code;
  }

  /** As people write it; what {@link #parse} reads. */
  public String code() {
    return code;
  }

  /**
   * The preset of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ChartPreset parse(String code) {
    return Arrays.stream(values())
        .filter(preset -> preset.code.equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("preset is '" + code + "', expected one of " + codes()));
  }

  private static String codes() {
    return Arrays.stream(values()).map(ChartPreset::code).collect(Collectors.joining(", "));
  }

  /** What an account of the default chart is called. */
  public String name(ChartOfAccounts.Account account) {
    return switch (this) {
      case US_GAAP -> account.name();
      case IFRS_EU -> IfrsNames.ALL.getOrDefault(account.number(), account.name());
    };
  }

  /** What it is called with its qualifier, such as {@code Clearing: stripe}. */
  public String name(AccountCode code) {
    String name = name(ChartOfAccounts.account(code));
    return code.qualifier().isEmpty() ? name : name + ": " + code.qualifier();
  }
}
