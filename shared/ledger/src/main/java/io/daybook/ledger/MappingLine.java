package io.daybook.ledger;

import io.daybook.events.ChartChange;
import io.daybook.events.Origin;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of a {@link Mapping}: what of an account of the default chart is shown on which of the accountant's own.
 *
 * @param account the default account; without a qualifier it means all of that number
 * @param only what of it
 * @param own the number of the accountant's own account
 * @param name its name
 * @param type what it is in the statements
 */
public record MappingLine(
    AccountCode account, Only only, OwnNumber own, String name, AccountType type) {
  /**
   * What a line means: only that of which everything said here is true.
   *
   * @param location where it was sold
   * @param productType what type of product it is
   * @param channel through what it was sold
   * @param connection whose platform account told of it
   * @param jurisdiction who levies tax on it, or the beginning of one: {@code US} means {@code US-CA} too
   */
  public record Only(
      Optional<String> location,
      Optional<String> productType,
      Optional<String> channel,
      Optional<Origin> connection,
      Optional<String> jurisdiction) {
    /** All of an account. */
    public static final Only ALL =
        new Only(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    boolean means(Place place) {
      return meansAll(location, place.location())
          && meansAll(productType, place.productType())
          && meansAll(channel, place.channel())
          && connection.map(place.connection()::equals).orElse(true)
          && jurisdiction
              .map(begins -> place.jurisdiction().map(of -> covers(begins, of)).orElse(false))
              .orElse(true);
    }

    private static boolean meansAll(Optional<String> said, Optional<String> found) {
      return said.isEmpty() || said.equals(found);
    }

    private static boolean covers(String begins, String jurisdiction) {
      return jurisdiction.equals(begins) || jurisdiction.startsWith(begins + "-");
    }

    /** How much it says; of two that say as much, what stands further left in the file decides. */
    int weight() {
      int said =
          (int)
              Stream.of(location, productType, channel, connection, jurisdiction)
                  .filter(Optional::isPresent)
                  .count();
      return (said << 5)
          | bit(location, 4)
          | bit(productType, 3)
          | bit(channel, 2)
          | bit(connection, 1)
          | bit(jurisdiction, 0);
    }

    private static int bit(Optional<?> said, int place) {
      return said.isPresent() ? 1 << place : 0;
    }
  }

  /**
   * What is known of a leg that looks for its account.
   *
   * @param connection whose subject posts it
   * @param channel through what it was sold
   * @param location where it was sold
   * @param productType of the line that it is of
   * @param jurisdiction of the tax that it is, or that is on the line that it is of
   */
  public record Place(
      Origin connection,
      Optional<String> channel,
      Optional<String> location,
      Optional<String> productType,
      Optional<String> jurisdiction) {}

  /** The line of an act. A way to pay is the qualifier of the account that is kept by it. */
  public static MappingLine of(ChartChange.Line line) {
    AccountCode account = AccountCode.parse(line.account());
    return new MappingLine(
        line.tender().map(by -> AccountCode.of(account.number(), by)).orElse(account),
        new Only(
            line.location(),
            line.productType(),
            line.channel(),
            line.connection(),
            line.jurisdiction()),
        new OwnNumber(line.own()),
        line.name(),
        AccountType.ofWord(line.type())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "type is '" + line.type() + "', expected one of " + AccountType.words())));
  }

  /** As an act says it: the inverse of {@link #of}, a way to pay written as a qualifier. */
  public ChartChange.Line line() {
    return new ChartChange.Line(
        account.toString(),
        only.connection(),
        only.channel(),
        only.location(),
        Optional.empty(),
        only.jurisdiction(),
        only.productType(),
        own.value(),
        name,
        type.word());
  }

  /** Whether it means this of an account. */
  boolean means(AccountCode code, Place place) {
    return account.number() == code.number()
        && (account.qualifier().isEmpty() || account.equals(code))
        && only.means(place);
  }

  /** How much it says in all: an account with its qualifier says more than one without. */
  int weight() {
    int jurisdiction = only.jurisdiction().map(String::length).orElse(0);
    int qualified = account.qualifier().isEmpty() ? 0 : 1 << 5;
    return ((only.weight() + qualified) << 8) + Math.min(jurisdiction, 255);
  }
}
