package io.daybook.reconciliation;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeDifference;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.Settlement;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.OpenItem;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is left under a reference once both sides told: a value without an amount, where rates differ, or an amount in one
 * currency against one in another. It is closed, and what the values differ by is realised exchange (cases 50 to 52).
 *
 * <p>Told as the total of all that was found under the reference so far, so that a finding can be told again word for word.
 */
final class ExchangeDifferences {
  private record Place(AccountCode account, Reference reference) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::account).thenComparing(place -> place.reference.value());
  }

  private record Amount(long minor, long valueMinor) {
    Amount plus(Amount other) {
      return new Amount(
          Math.addExact(minor, other.minor), Math.addExact(valueMinor, other.valueMinor));
    }

    boolean isNothing() {
      return minor == 0 && valueMinor == 0;
    }
  }

  private final LedgerStore ledger;
  private final Findings.Collector found;
  private final Origin book;

  ExchangeDifferences(LedgerStore ledger, Findings.Collector found) {
    this.ledger = ledger;
    this.found = found;
    this.book = new Origin("daybook", ledger.book().name());
  }

  /** Looks at all that meets on some accounts. */
  void reconcile(List<Meeting> meetings) {
    Map<Place, List<Meeting>> places = new TreeMap<>(Place.ORDER);
    for (Meeting meeting : meetings) {
      OpenItem item = meeting.item();
      places
          .computeIfAbsent(new Place(item.account(), item.reference()), _ -> new ArrayList<>())
          .add(meeting);
    }
    places.forEach(this::reconcile);
  }

  private void reconcile(Place place, List<Meeting> meetings) {
    List<Meeting> open = meetings.stream().filter(meeting -> !amount(meeting).isNothing()).toList();
    List<Meeting> amounts = open.stream().filter(meeting -> amount(meeting).minor() != 0).toList();
    if (!open.isEmpty() && (amounts.isEmpty() || meets(place, amounts))) {
      tell(place, open);
    }
  }

  /** One currency against another, and nobody left who may still explain the difference. */
  private boolean meets(Place place, List<Meeting> amounts) {
    if (amounts.stream().noneMatch(one -> amount(one).valueMinor() > 0)
        || amounts.stream().noneMatch(one -> amount(one).valueMinor() < 0)) {
      return false;
    }
    Set<Kind> kinds = new HashSet<>();
    for (Meeting meeting : amounts) {
      meeting.between().forEach(part -> kinds.add(part.subject().kind()));
    }
    return switch (place.account().number()) {
      case Meetings.TRANSIT -> kinds.containsAll(Set.of(Kind.TRANSACTION, Kind.BANK_LINE));
      case Meetings.DISPUTES -> kinds.containsAll(Set.of(Kind.TRANSACTION, Kind.ORDER));
      default ->
          kinds.containsAll(Set.of(Kind.BANK_LINE, Kind.ORDER))
              || (kinds.containsAll(Set.of(Kind.TRANSACTION, Kind.ORDER))
                  && (value(amounts) == 0 || settled(place, amounts)));
    };
  }

  private static long value(List<Meeting> meetings) {
    return meetings.stream().mapToLong(one -> amount(one).valueMinor()).reduce(0, Math::addExact);
  }

  /** The order had its say: what it made of the settlement stands on the account already. */
  private boolean settled(Place place, List<Meeting> amounts) {
    return amounts.stream()
        .flatMap(meeting -> meeting.of(Kind.ORDER).stream())
        .map(OpenItem.Part::subject)
        .distinct()
        .flatMap(order -> Logs.facts(ledger.read(order), Settlement.class))
        .anyMatch(told -> told.payment().equals(place.reference()));
  }

  private void tell(Place place, List<Meeting> open) {
    SubjectId subject =
        new SubjectId(Kind.EXCHANGE, book, place.account() + "/" + place.reference().value());
    List<Step> log = ledger.read(subject);
    Optional<ExchangeDifference> before = Logs.newest(log, ExchangeDifference.class);
    Map<CurrencyCode, Amount> all = new TreeMap<>();
    before.stream()
        .flatMap(told -> told.open().stream())
        .forEach(told ->
            all.merge(told.currency(), new Amount(told.minor(), told.valueMinor()), Amount::plus));
    open.forEach(meeting -> all.merge(meeting.item().currency(), amount(meeting), Amount::plus));
    LocalDate day =
        open.stream().map(Meeting::lastDay).max(Comparator.naturalOrder()).orElseThrow();
    found.tell(
        new ExchangeDifference(
            book,
            place.account().toString(),
            place.reference(),
            before.map(ExchangeDifference::version).orElse(0L) + 1,
            before.map(ExchangeDifference::day).filter(day::isBefore).orElse(day),
            all.entrySet().stream()
                .filter(one -> !one.getValue().isNothing())
                .map(one ->
                    new ExchangeDifference.Open(
                        one.getKey(), one.getValue().minor(), one.getValue().valueMinor()))
                .toList()));
  }

  private static Amount amount(Meeting meeting) {
    return meeting.between().stream()
        .map(part -> new Amount(part.minor(), part.valueMinor()))
        .reduce(new Amount(0, 0), Amount::plus);
  }
}
