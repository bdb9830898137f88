package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.events.PolicyChange.Setting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param policy the switches, until a day says otherwise
 * @param chart the accounts under which all is shown
 * @param dated the switches from a day on, by that day (decision 30)
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
    Chart chart,
    SortedMap<LocalDate, Policy> dated) {
  /** Rules with the default chart whose policy never changed. */
  public Rules(
      int version,
      CurrencyCode currency,
      ZoneId zone,
      Map<Origin, LocalDate> cutOver,
      Map<Origin, String> clearing,
      Map<Gateway, Origin> feeds,
      Map<Origin, String> banks,
      Policy policy) {
    this(
        version,
        currency,
        zone,
        cutOver,
        clearing,
        feeds,
        banks,
        policy,
        Chart.standard(),
        new TreeMap<>());
  }

  /** Copies the maps. */
  public Rules {
    cutOver = Map.copyOf(cutOver);
    clearing = Map.copyOf(clearing);
    feeds = Map.copyOf(feeds);
    banks = Map.copyOf(banks);
    dated = Collections.unmodifiableSortedMap(new TreeMap<>(dated));
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

  /** The switches that hold for what happens on a day. */
  public Policy policyOn(LocalDate day) {
    SortedMap<LocalDate, Policy> until = dated.headMap(day.plusDays(1));
    return until.isEmpty() ? policy : until.sequencedValues().getLast();
  }

  /** The same rules with the switches of a day as their policy: what something of that day is posted by. */
  public Rules on(LocalDate day) {
    return dated.isEmpty() ? this : with(policyOn(day));
  }

  /**
   * The same rules with switches set from a day on, or from the beginning if none is given. What was set from a later day
   * holds from that day all the same.
   *
   * @throws IllegalArgumentException if there is no such switch, or it cannot stand there: says what was expected
   */
  public Rules changed(Optional<LocalDate> from, List<Setting> settings) {
    Policy old = from.map(day -> policyOn(day)).orElse(policy);
    Policy last = PolicySwitches.set(old, settings);
    Policy first = from.isPresent() ? policy : last;
    SortedMap<LocalDate, Policy> later = new TreeMap<>(dated);
    from.ifPresent(day -> later.put(day, last));
    SortedMap<LocalDate, Policy> after =
        from.map(day -> dated.tailMap(day.plusDays(1))).orElse(dated);
    Policy before = old;
    Policy now = last;
    for (Map.Entry<LocalDate, Policy> next : after.entrySet()) {
      now = PolicySwitches.set(now, PolicySwitches.changes(before, next.getValue()));
      before = next.getValue();
      later.put(next.getKey(), now);
    }
    return new Rules(version, currency, zone, cutOver, clearing, feeds, banks, first, chart, later);
  }

  /** The same rules with another policy, of all days until one that says otherwise. */
  public Rules with(Policy other) {
    return new Rules(version, currency, zone, cutOver, clearing, feeds, banks, other, chart, dated);
  }

  /** The same rules with another chart. */
  public Rules with(Chart other) {
    return new Rules(
        version, currency, zone, cutOver, clearing, feeds, banks, policy, other, dated);
  }

  /** The same rules with other connections. */
  public Rules with(
      Map<Origin, LocalDate> otherCutOver,
      Map<Origin, String> otherClearing,
      Map<Gateway, Origin> otherFeeds) {
    return new Rules(
        version,
        currency,
        zone,
        otherCutOver,
        otherClearing,
        otherFeeds,
        banks,
        policy,
        chart,
        dated);
  }

  /** The same rules with other bank accounts. */
  public Rules withBanks(Map<Origin, String> other) {
    return new Rules(
        version, currency, zone, cutOver, clearing, feeds, other, policy, chart, dated);
  }

  /** The same rules under another version number. */
  Rules numbered(int number) {
    return new Rules(number, currency, zone, cutOver, clearing, feeds, banks, policy, chart, dated);
  }
}
