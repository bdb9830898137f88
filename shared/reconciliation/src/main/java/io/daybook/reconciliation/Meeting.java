package io.daybook.reconciliation;

import io.daybook.ledger.OpenItem;
import io.daybook.ledger.OpenItem.Part;
import io.daybook.ledger.SubjectId.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What two subjects posted on a meeting account under the reference that both know, without what unclaimed money moved. */
record Meeting(OpenItem item) {
  /** Whether nothing is open: neither between the two, nor moved to 2900 and waiting there. */
  static boolean settled(List<Part> parts) {
    return zero(parts.stream().filter(Meeting::between).toList())
        && zero(parts.stream().filter(part -> !between(part)).toList());
  }

  /** What stands open between the two, minor units, debit positive. */
  long openMinor() {
    return sum(between());
  }

  /** The parts that are not unclaimed money moving. */
  List<Part> between() {
    return item.parts().stream().filter(Meeting::between).toList();
  }

  /**
   * Whether only an order posted it, under a name that it gave itself: what a customer owes for goods that were delivered
   * unpaid (case 6), or is owed back. Nobody else knows that name, so nobody fails to claim it.
   */
  boolean ownDebt() {
    String reference = item.reference().value();
    return between().stream().allMatch(part -> part.subject().kind() == Kind.ORDER)
        && (reference.startsWith("order/") || reference.startsWith("refund/"));
  }

  /** Whether unclaimed money was moved under it. */
  boolean moved() {
    return item.parts().stream().anyMatch(part -> !between(part));
  }

  /** The parts that a kind of subject posted. */
  List<Part> of(Kind kind) {
    return item.parts().stream().filter(part -> part.subject().kind() == kind).toList();
  }

  /** The first day since when something stands open without a break. */
  Optional<LocalDate> openSince() {
    return since().map(Part::day);
  }

  /** The part since which something stands open without a break. */
  Optional<Part> since() {
    Optional<Part> since = Optional.empty();
    long balance = 0;
    for (Part part : between()) {
      since = balance == 0 ? Optional.of(part) : since;
      balance = Math.addExact(balance, part.minor());
    }
    return balance == 0 ? Optional.empty() : since;
  }

  /**
   * Whether a kind of subject has a share in what stands open: posted something since nothing did. What came before had
   * added up to zero, and may be out of sight.
   */
  boolean stands(Kind kind) {
    List<Part> parts = between();
    return since().stream()
            .flatMap(first -> parts.stream().skip(parts.indexOf(first)))
            .filter(part -> part.subject().kind() == kind)
            .mapToLong(Part::minor)
            .reduce(0, Math::addExact)
        != 0;
  }

  /** The day of the newest part. */
  LocalDate lastDay() {
    return between().stream().map(Part::day).max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
  }

  /** When the newest part of a kind happened. */
  Optional<Instant> lastAt(Kind kind) {
    return of(kind).stream().map(Part::happenedAt).max(Comparator.naturalOrder());
  }

  private static boolean between(Part part) {
    return part.subject().kind() != Kind.UNCLAIMED;
  }

  private static boolean zero(List<Part> parts) {
    return sum(parts) == 0
        && parts.stream().mapToLong(Part::valueMinor).reduce(0, Math::addExact) == 0;
  }

  private static long sum(List<Part> parts) {
    return parts.stream().mapToLong(Part::minor).reduce(0, Math::addExact);
  }
}
