package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dimensions;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Leg;
import io.daybook.ledger.OwnNumber;
import io.daybook.ledger.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds the entries of one subject, day and occasion together. */
final class Netting {
  private record Key(
      LocalDate day, SubjectId subject, String occasion, Optional<Dimensions> dimensions) {}

  private record Place(
      AccountCode account,
      CurrencyCode currency,
      Optional<Reference> reference,
      Optional<OwnNumber> own) {}

  private record Sum(long minor, long valueMinor) {
    Sum plus(Leg leg) {
      return new Sum(
          Math.addExact(minor, leg.minor()), Math.addExact(valueMinor, leg.valueMinor()));
    }
  }

  private Netting() {}

  /** The sums, with the memo that the order of transactions puts first. */
  static List<Journal.Transaction> of(List<Journal.Transaction> ordered) {
    Map<Key, List<Journal.Transaction>> groups = new LinkedHashMap<>();
    for (Journal.Transaction one : ordered) {
      groups
          .computeIfAbsent(
              new Key(one.day(), one.subject(), one.occasion(), one.dimensions()),
              key -> new ArrayList<>())
          .add(one);
    }
    List<Journal.Transaction> sums = new ArrayList<>();
    groups.forEach((key, group) -> {
      List<Leg> legs = legs(group);
      if (!legs.isEmpty()) {
        sums.add(
            new Journal.Transaction(
                key.day, key.subject, key.occasion, group.getFirst().memo(), legs, key.dimensions));
      }
    });
    return sums;
  }

  private static List<Leg> legs(List<Journal.Transaction> group) {
    Map<Place, Sum> sums = new LinkedHashMap<>();
    for (Journal.Transaction transaction : group) {
      for (Leg leg : transaction.legs()) {
        Place place = new Place(leg.account(), leg.currency(), leg.reference(), leg.own());
        sums.put(place, sums.getOrDefault(place, new Sum(0, 0)).plus(leg));
      }
    }
    List<Leg> legs = new ArrayList<>();
    sums.forEach((place, sum) -> {
      if (sum.minor != 0 || sum.valueMinor != 0) {
        legs.add(
            new Leg(place.account, place.currency, sum.minor, sum.valueMinor, place.reference)
                .shownOn(place.own));
      }
    });
    return legs;
  }
}
