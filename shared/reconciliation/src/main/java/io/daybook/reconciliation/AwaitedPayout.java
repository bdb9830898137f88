package io.daybook.reconciliation;

import io.daybook.events.Payout;
import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import io.daybook.ledger.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A payout as bank lines see it.
 *
 * @param subject whose log
 * @param payout as it stands
 * @param traces what its bank line may carry, besides its id
 * @param issuedOn the day it was made, in the book's zone
 * @param taken the ways that a bank line proved already, with that line
 */
record AwaitedPayout(
    SubjectId subject,
    Payout payout,
    Set<Reference> traces,
    LocalDate issuedOn,
    Map<String, String> taken) {
  /** A bank line that would prove it: the amount, and the key under which such a line is claimed. */
  record Way(String key, long minor) {}

  AwaitedPayout {
    traces = Set.copyOf(traces);
    taken = Map.copyOf(taken);
  }

  /** The key of its arrival. */
  static String arrival(SubjectId payout) {
    return payout.toString();
  }

  /** The key of its return by the bank, after it had arrived (case 45). */
  static String returned(SubjectId payout) {
    return payout + "#returned";
  }

  /** The lines that can prove it. One that failed after it arrived comes back by a line of its own. */
  List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    if (payout.status() != Payout.Status.CANCELLED) {
      ways.add(new Way(arrival(subject), payout.amountMinor()));
    }
    if (payout.status() == Payout.Status.FAILED) {
      ways.add(new Way(returned(subject), Math.negateExact(payout.amountMinor())));
    }
    return ways.stream().filter(way -> !taken.containsKey(way.key())).toList();
  }

  /** Whether its arrival is still to come. */
  boolean awaited() {
    return switch (payout.status()) {
      case PENDING, IN_TRANSIT, PAID -> !taken.containsKey(arrival(subject));
      case FAILED, CANCELLED -> false;
    };
  }

  /** The reference of a line that names it, if one does: exactly its id or a trace, in capitals or not. */
  Optional<Reference> namedBy(List<Reference> references) {
    return references.stream()
        .filter(reference -> names().contains(folded(reference.value())))
        .findFirst();
  }

  /** Its amount. */
  Money amount() {
    return new Money(payout.amountMinor(), payout.currency());
  }

  static String folded(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private Set<String> names() {
    Set<String> names = new java.util.HashSet<>();
    names.add(folded(payout.id().value()));
    traces.forEach(trace -> names.add(folded(trace.value())));
    return names;
  }
}
