package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A version of the rules that a book is kept by: policy and mapping as data. Versions are never changed; a step names
 * the one it was made under, and a subject stays under that of its first entry (DESIGN promise 12).
 *
 * @param version 1, 2, 3 …
 * @param currency the book's own
 * @param zone in which an instant becomes a day
 * @param cutOver by origin: what happened before this day is context and posts nothing (case 72)
 * @param clearing by processor: the qualifier of its clearing account 1010
 * @param feeds by gateway as the shop names it: the processor whose balance transactions are the authority on its money;
 *     a gateway without one posts from the shop's word, and its clearing account is unproven (rule A1)
 * @param banks by bank account: the qualifier of its account 1000
 * @param policy the switches
 * @param chart the accounts under which all is shown
 */
public record Rules(
    int version,
    CurrencyCode currency,
    ZoneId zone,
    Map<Origin, LocalDate> cutOver,
    Map<Origin, String> clearing,
    Map<Gateway, Origin> feeds,
    Map<Origin, String> banks,
    Policy policy,
    Chart chart) {
  /** Rules with the default chart. */
  public Rules(
      int version,
      CurrencyCode currency,
      ZoneId zone,
      Map<Origin, LocalDate> cutOver,
      Map<Origin, String> clearing,
      Map<Gateway, Origin> feeds,
      Map<Origin, String> banks,
      Policy policy) {
    this(version, currency, zone, cutOver, clearing, feeds, banks, policy, Chart.standard());
  }

  /** Copies the maps. */
  public Rules {
    cutOver = Map.copyOf(cutOver);
    clearing = Map.copyOf(clearing);
    feeds = Map.copyOf(feeds);
    banks = Map.copyOf(banks);
  }

  /** The first day that posts for an origin, if it has a cut-over. */
  public Optional<LocalDate> firstDay(Origin origin) {
    return Optional.ofNullable(cutOver.get(origin));
  }

  /** The clearing account of a processor. */
  public AccountCode clearing(Origin processor) {
    return AccountCode.of(1010, clearing.getOrDefault(processor, processor.platform()));
  }

  /** The processor whose feed is the authority on a gateway's money, if one is connected. */
  public Optional<Origin> feed(Gateway gateway) {
    return Optional.ofNullable(feeds.get(gateway));
  }

  /** The ledger account of a bank account. */
  public AccountCode bank(Origin account) {
    return AccountCode.of(1000, banks.getOrDefault(account, account.account()));
  }

  /** The day of an instant in the book's time zone. */
  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** The same rules with another policy. */
  public Rules with(Policy other) {
    return new Rules(version, currency, zone, cutOver, clearing, feeds, banks, other, chart);
  }

  /** The same rules with another chart. */
  public Rules with(Chart other) {
    return new Rules(version, currency, zone, cutOver, clearing, feeds, banks, policy, other);
  }

  /** The same rules under another version number. */
  Rules numbered(int number) {
    return new Rules(number, currency, zone, cutOver, clearing, feeds, banks, policy, chart);
  }
}
