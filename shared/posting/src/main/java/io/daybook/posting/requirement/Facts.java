package io.daybook.posting.requirement;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.FactJson;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Payout;
import io.daybook.events.Refund;
import io.daybook.events.State;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts of a subject that count: every happening, and of each state the newest version, whatever the order in which
 * they were told (DESIGN promise 2).
 *
 * <p>The same identity and version told with other money is a conflict. It is reported, and until the platform is read
 * again the telling whose JSON is the greater text counts: an arbitrary choice, but every run makes the same one.
 */
public final class Facts {
  private static final Comparator<Fact> WHICH_COUNTS =
      Comparator.comparingLong(Facts::version)
          .thenComparing(fact -> FactJson.write(fact.money()))
          .thenComparingInt(Facts::context)
          .thenComparing(FactJson::write);

  private final SortedMap<String, List<Fact>> told;
  private final List<Fact> counting;

  private Facts(SortedMap<String, List<Fact>> told) {
    this.told = told;
    this.counting = told.values().stream().map(Facts::counts).toList();
  }

  /** The facts that count among those told. */
  public static Facts of(Collection<? extends Fact> facts) {
    SortedMap<String, List<Fact>> told = new TreeMap<>();
    for (Fact fact : facts) {
      told.computeIfAbsent(fact.key().toString(), key -> new ArrayList<>()).add(fact);
    }
    return new Facts(told);
  }

  /** The facts that a subject's log holds. */
  public static Facts in(List<Step> log) {
    return of(log.stream().flatMap(step -> step.facts().stream()).toList());
  }

  /** These and one more. */
  public Facts and(Fact fact) {
    List<Fact> all = new ArrayList<>(told.values().stream().flatMap(List::stream).toList());
    all.add(fact);
    return of(all);
  }

  /**
   * Whether telling this would add nothing: its identity is known with the same money at its version, or at a newer one.
   * What a sweep sees again and this knows need not be kept again.
   */
  public boolean know(Fact fact) {
    List<Fact> tellings = told.getOrDefault(fact.key().toString(), List.of());
    return tellings.stream().anyMatch(known -> covers(known, fact));
  }

  private static boolean covers(Fact known, Fact fact) {
    if (version(known) != version(fact)) {
      return version(known) > version(fact);
    }
    return known.money().equals(fact.money()) && context(known) >= context(fact);
  }

  /** The facts of a kind that count, by key. */
  public <T extends Fact> List<T> all(Class<T> kind) {
    return counting.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The fact of a kind of which a subject has one. */
  public <T extends Fact> Optional<T> one(Class<T> kind) {
    return all(kind).stream().findFirst();
  }

  /** A discrepancy for each identity that was told with other money at the version that counts. */
  public List<Discrepancy> conflicts() {
    return told.values().stream().flatMap(tellings -> conflict(tellings).stream()).toList();
  }

  private static Optional<Discrepancy> conflict(List<Fact> tellings) {
    Fact counts = counts(tellings);
    long others =
        tellings.stream()
            .filter(fact -> version(fact) == version(counts))
            .map(Fact::money)
            .filter(money -> !money.equals(counts.money()))
            .distinct()
            .count();
    if (others == 0) {
      return Optional.empty();
    }
    String reason =
        "told with other money " + others + " more time(s) under the same identity; read it again";
    return Optional.of(
        new Discrepancy(
            Discrepancy.Kind.CONFLICT, counts.key().toString(), 0, Optional.empty(), reason));
  }

  private static Fact counts(List<Fact> tellings) {
    return tellings.size() == 1
        ? tellings.getFirst()
        : tellings.stream().max(WHICH_COUNTS).orElseThrow();
  }

  /**
   * Whether a telling has the context that later work needs: a dispute may be told again once its order is found, a payout
   * once the bank's trace of it is known, a parcel once its carrier is, an order once it is where it was sold, cash once
   * it is in which drawer it lies.
   */
  private static int context(Fact fact) {
    boolean has =
        (fact instanceof Dispute dispute && dispute.order().isPresent())
            || (fact instanceof Payout payout
                && (payout.trace().isPresent() || payout.taken().isPresent()))
            || (fact instanceof BalanceTransaction moved && moved.exchanged().isPresent())
            || (fact instanceof Refund refund
                && refund.payments().stream().anyMatch(paid -> paid.drawer().isPresent()))
            || (fact instanceof Fulfilment parcel && parcel.carrier().isPresent());
    if (fact instanceof OrderState order) {
      return (order.channel().isPresent() ? 1 : 0) + (order.location().isPresent() ? 2 : 0);
    }
    if (fact instanceof OrderPayment paid) {
      return (paid.presentment().isPresent() ? 1 : 0) + (paid.drawer().isPresent() ? 2 : 0);
    }
    return has ? 1 : 0;
  }

  private static long version(Fact fact) {
    return fact instanceof State state ? state.version() : 0;
  }
}
