package io.daybook.posting.exchange;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Leg;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Occasion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a subject's foreign legs, occasion by occasion. An account's value is that of its balance, so that it is
 * nothing when the balance is nothing; an entry's remaining minor unit goes to the largest leg that stays open (rule A5).
 */
final class Values {
  private record Place(AccountCode account, CurrencyCode currency, Optional<Reference> reference) {}

  private record Balance(long minor, long valueMinor) {}

  private static final Comparator<Leg> TAKES_REST =
      Comparator.comparing((Leg leg) -> leg.reference().isEmpty())
          .thenComparingLong(leg -> Math.abs(leg.minor()))
          .thenComparing(Leg::account);

  private final CurrencyCode own;
  private final Map<CurrencyCode, Conversion> conversions;
  private final Map<Place, Balance> balances = new HashMap<>();

  Values(CurrencyCode own, Map<CurrencyCode, Conversion> conversions) {
    this.own = own;
    this.conversions = Map.copyOf(conversions);
  }

  /** The occasion with values; nothing if a rate is missing. Occasions come in the order of the subject's life. */
  Optional<Occasion> of(Occasion occasion) {
    boolean foreign = occasion.legs().stream().anyMatch(leg -> !leg.currency().equals(own));
    if (!foreign || occasion.values() == Occasion.Values.TOLD) {
      return Optional.of(occasion);
    }
    List<Leg> valued = new ArrayList<>();
    for (Leg leg : occasion.legs()) {
      Optional<Conversion> conversion = Optional.ofNullable(conversions.get(leg.currency()));
      if (!leg.currency().equals(own) && conversion.isEmpty()) {
        return Optional.empty();
      }
      valued.add(conversion.map(rate -> valued(leg, rate)).orElse(leg));
    }
    return Optional.of(occasion.with(balanced(valued)));
  }

  private Leg valued(Leg leg, Conversion conversion) {
    Place place = place(leg);
    Balance before = balances.getOrDefault(place, new Balance(0, 0));
    long minor = Math.addExact(before.minor, leg.minor());
    long value = Math.subtractExact(conversion.minor(minor), before.valueMinor);
    balances.put(place, new Balance(minor, Math.addExact(before.valueMinor, value)));
    return worth(leg, value);
  }

  private List<Leg> balanced(List<Leg> legs) {
    long rest = legs.stream().mapToLong(Leg::valueMinor).reduce(0, Math::addExact);
    List<Leg> all = new ArrayList<>(legs);
    if (rest != 0) {
      Optional<Leg> takes =
          legs.stream().filter(leg -> !leg.currency().equals(own) && open(leg)).max(TAKES_REST);
      if (takes.isPresent()) {
        Leg leg = takes.get();
        balances.computeIfPresent(
            place(leg), (place, balance) -> new Balance(balance.minor, balance.valueMinor - rest));
        all.set(all.indexOf(leg), worth(leg, Math.subtractExact(leg.valueMinor(), rest)));
      } else {
        all.addAll(onExchange(legs.getFirst().currency(), rest));
      }
    }
    // A share of a minor unit may be worth nothing, and takes nothing.
    return all.stream().filter(leg -> leg.minor() != 0 || leg.valueMinor() != 0).toList();
  }

  private boolean open(Leg leg) {
    return Optional.ofNullable(balances.get(place(leg)))
        .filter(balance -> balance.minor != 0)
        .isPresent();
  }

  /** Every account of the entry is closed by it, and a minor unit is left: it is exchange. */
  private List<Leg> onExchange(CurrencyCode foreign, long rest) {
    return List.of(
        new Leg(Accounts.EXCHANGE, own, -rest, -rest, Optional.empty()),
        new Leg(Accounts.CURRENCY_EXCHANGE, own, rest, rest, Optional.empty()),
        new Leg(Accounts.CURRENCY_EXCHANGE, foreign, 0, -rest, Optional.empty()));
  }

  private static Leg worth(Leg leg, long valueMinor) {
    return new Leg(
        leg.account(), leg.currency(), leg.minor(), valueMinor, leg.reference(), leg.tax());
  }

  private static Place place(Leg leg) {
    return new Place(leg.account(), leg.currency(), leg.reference());
  }
}
