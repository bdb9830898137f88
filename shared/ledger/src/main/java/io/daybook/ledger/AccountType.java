package io.daybook.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an account is in the statements. */
public enum AccountType {
  /** Owned or owed to the merchant; debit is the normal side. */
  ASSET,
  /** Owed by the merchant. */
  LIABILITY,
  /** The owner's. */
  EQUITY,
  /** Earned. */
  REVENUE,
  /** Taken off what was earned: discounts, returns. */
  CONTRA_REVENUE,
  /** Spent. */
  EXPENSE,
  /** Gains and losses outside the trade. */
  OTHER;

  /** As people write it, such as {@code contra-revenue}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type of a word, in any case: the inverse of {@link #word}. */
  public static Optional<AccountType> ofWord(String word) {
    return Arrays.stream(values())
        .filter(type -> type.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** All words. */
  public static String words() {
    return Arrays.stream(values()).map(AccountType::word).collect(Collectors.joining(", "));
  }

  /**
   * Whether what is of this type may be shown on an own account of another: what takes off revenue with the revenue, gains
   * and losses with either side of the result; nothing that changes what is owned, owed or earned in all.
   */
  public boolean mayBeShownAs(AccountType own) {
    return switch (this) {
      case ASSET, LIABILITY, EQUITY -> own == this;
      case REVENUE, CONTRA_REVENUE -> own == REVENUE || own == CONTRA_REVENUE || own == OTHER;
      case EXPENSE -> own == EXPENSE || own == OTHER;
      case OTHER -> own == OTHER || own == REVENUE || own == EXPENSE;
    };
  }
}
