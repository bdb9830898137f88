package io.daybook.posting.requirement;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.TaxMark;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Legs in the making, in one currency: what is added on one account and reference is one leg. An amount of 0 adds
 * nothing, a negative one stands on the other side.
 */
public final class Legs {
  private record Place(AccountCode account, Optional<Reference> reference, Optional<TaxMark> mark)
      implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::account)
            .thenComparing(place -> place.reference.map(Reference::value).orElse(""))
            .thenComparing(place -> place.mark.map(TaxMark::toString).orElse(""));

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final CurrencyCode currency;
  private final LocalDate day;
  private final SortedMap<Place, Long> minors = new TreeMap<>();

  /** No legs yet, none of which is tax. */
  public Legs(CurrencyCode currency) {
    this(currency, LocalDate.EPOCH);
  }

  /** No legs yet, of a day. */
  public Legs(CurrencyCode currency, LocalDate day) {
    this.currency = currency;
    this.day = day;
  }

  /** The day on which they happen: the tax point of what becomes due by them. */
  public LocalDate day() {
    return day;
  }

  /** Adds all that others hold, as often as said; -1 takes it away. */
  public Legs add(Legs others, long times) {
    others.minors.forEach((place, minor) -> add(place, Math.multiplyExact(minor, times)));
    return this;
  }

  /** Debits an account with a leg that the tax report looks at. */
  public Legs debit(AccountCode account, TaxMark mark, long minor) {
    return add(new Place(account, Optional.empty(), Optional.of(mark)), minor);
  }

  /** Debits an account with a leg that the tax report looks at, standing open under a reference if there is one. */
  public Legs debit(AccountCode account, Optional<Reference> reference, TaxMark mark, long minor) {
    return add(new Place(account, reference, Optional.of(mark)), minor);
  }

  /** Debits an account. */
  public Legs debit(AccountCode account, long minor) {
    return add(new Place(account, Optional.empty(), Optional.empty()), minor);
  }

  /** Debits a meeting account under a reference. */
  public Legs debit(AccountCode account, Reference reference, long minor) {
    return add(new Place(account, Optional.of(reference), Optional.empty()), minor);
  }

  /** Credits an account. */
  public Legs credit(AccountCode account, long minor) {
    return debit(account, Math.negateExact(minor));
  }

  /** Credits a meeting account under a reference. */
  public Legs credit(AccountCode account, Reference reference, long minor) {
    return debit(account, reference, Math.negateExact(minor));
  }

  /** In which currency. */
  public CurrencyCode currency() {
    return currency;
  }

  /** Debits several accounts. */
  public Legs debit(Map<AccountCode, Long> minors) {
    minors.forEach(this::debit);
    return this;
  }

  /** Credits several accounts. */
  public Legs credit(Map<AccountCode, Long> minors) {
    minors.forEach(this::credit);
    return this;
  }

  private Legs add(Place place, long minor) {
    if (minor != 0) {
      minors.merge(place, minor, Math::addExact);
    }
    return this;
  }

  /** Debits less credits so far, in minor units: what the other side still has to take. */
  public long debitedMinor() {
    return minors.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
  }

  /** Debits less credits so far on all accounts of a number, in minor units. */
  public long minor(int number) {
    return minors.entrySet().stream()
        .filter(leg -> leg.getKey().account().number() == number)
        .mapToLong(Map.Entry::getValue)
        .reduce(0, Math::addExact);
  }

  /** Whether nothing is left when all is added up. */
  public boolean isEmpty() {
    return minors.values().stream().allMatch(minor -> minor == 0);
  }

  /** The legs by account and reference. */
  public List<Leg> toList() {
    return minors.entrySet().stream()
        .filter(leg -> leg.getValue() != 0)
        .map(leg -> leg(leg.getKey(), new Money(leg.getValue(), currency)))
        .toList();
  }

  private static Leg leg(Place place, Money amount) {
    Leg leg = Leg.debit(place.account, amount);
    Leg marked = place.mark.map(leg::marked).orElse(leg);
    return place.reference.map(marked::under).orElse(marked);
  }
}
