package io.daybook.posting;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dimensions;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.OwnNumber;
import io.daybook.ledger.Step;
import io.daybook.ledger.TaxMark;
import io.daybook.posting.requirement.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is required less what is posted, occasion by occasion and day by day: the entries that are still to be written. */
final class Difference {
  private record When(String occasion, LocalDate day, Optional<Dimensions> dimensions) {}

  private record Place(
      AccountCode account,
      CurrencyCode currency,
      Optional<Reference> reference,
      Optional<TaxMark> tax,
      Optional<OwnNumber> own)
      implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::account)
            .thenComparing(Place::currency)
            .thenComparing(place -> place.reference.map(Reference::value).orElse(""))
            .thenComparing(place -> place.tax.map(TaxMark::toString).orElse(""))
            .thenComparing(place -> place.own.map(OwnNumber::value).orElse(""));

    static Place of(Leg leg) {
      return new Place(leg.account(), leg.currency(), leg.reference(), leg.tax(), leg.own());
    }

    Place ofAccount() {
      return new Place(account, currency, Optional.empty(), Optional.empty(), own);
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private record Amount(long minor, long valueMinor) {
    static Amount of(Leg leg) {
      return new Amount(leg.minor(), leg.valueMinor());
    }

    Amount plus(Amount other) {
      return new Amount(
          Math.addExact(minor, other.minor), Math.addExact(valueMinor, other.valueMinor));
    }

    Amount negated() {
      return new Amount(Math.negateExact(minor), Math.negateExact(valueMinor));
    }

    boolean isNothing() {
      return minor == 0 && valueMinor == 0;
    }
  }

  /** An entry that is to be written, before its legs are counted. */
  record Missing(
      String occasion,
      String memo,
      Instant at,
      LocalDate day,
      List<Leg> legs,
      Optional<Dimensions> dimensions) {
    private static final Comparator<Missing> ORDER =
        Comparator.comparing(Missing::day)
            .thenComparing(Missing::at)
            .thenComparing(Missing::occasion)
            .thenComparing(missing -> missing.dimensions.map(Dimensions::toString).orElse(""));
  }

  /** Says and times of an occasion that is required or was posted. */
  private record Words(String memo, Instant at) {}

  private final Map<When, SortedMap<Place, Amount>> amounts = new HashMap<>();
  private final Map<When, Words> words = new HashMap<>();

  private Difference() {}

  /** The entries still to be written, by day, time and name. */
  static List<Missing> between(Collection<Occasion> required, List<Step> log) {
    Difference difference = new Difference();
    log.stream().flatMap(step -> step.entry().stream()).forEach(difference::posted);
    required.forEach(difference::required);
    return difference.amounts.entrySet().stream()
        .map(occasion -> difference.missing(occasion.getKey(), occasion.getValue()))
        .filter(missing -> !missing.legs().isEmpty())
        .sorted(Missing.ORDER)
        .toList();
  }

  private void posted(Entry entry) {
    When when = new When(entry.occasion(), entry.belongsTo(), entry.dimensions());
    words.put(when, new Words(entry.memo(), entry.happenedAt()));
    entry.legs().forEach(leg -> add(when, Place.of(leg), Amount.of(leg).negated()));
  }

  private void required(Occasion occasion) {
    When when = new When(occasion.name(), occasion.day(), occasion.dimensions());
    words.put(when, new Words(occasion.memo(), occasion.at()));
    occasion.legs().forEach(leg -> add(when, Place.of(leg), Amount.of(leg)));
  }

  private void add(When when, Place place, Amount amount) {
    amounts.computeIfAbsent(when, key -> new TreeMap<>()).merge(place, amount, Amount::plus);
  }

  private Missing missing(When when, SortedMap<Place, Amount> sums) {
    Words said = words.getOrDefault(when, new Words(when.occasion, Instant.EPOCH));
    return new Missing(when.occasion, said.memo, said.at, when.day, legs(sums), when.dimensions);
  }

  /** Legs of one account are put together if there are more than an entry can hold. */
  private static List<Leg> legs(SortedMap<Place, Amount> sums) {
    List<Leg> legs = nonZero(sums);
    if (legs.size() <= Entry.MAX_LEGS) {
      return legs;
    }
    SortedMap<Place, Amount> byAccount = new TreeMap<>();
    sums.forEach((place, amount) -> byAccount.merge(place.ofAccount(), amount, Amount::plus));
    return nonZero(byAccount);
  }

  private static List<Leg> nonZero(SortedMap<Place, Amount> sums) {
    return sums.entrySet().stream()
        .filter(sum -> !sum.getValue().isNothing())
        .map(sum -> leg(sum.getKey(), sum.getValue()))
        .toList();
  }

  private static Leg leg(Place place, Amount amount) {
    return new Leg(
        place.account,
        place.currency,
        amount.minor,
        amount.valueMinor,
        place.reference,
        place.tax,
        place.own);
  }
}
