package io.daybook.reconciliation;

import io.daybook.events.BankLine;
import io.daybook.events.Reference;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Discrepancy.Kind;
import io.daybook.ledger.Money;
import io.daybook.ledger.SubjectId;
import io.daybook.reconciliation.AwaitedPayout.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which bank line is which payout. Certain is a line that carries the payout's id or trace, in the same currency and of
 * the same amount, when no other line and no other payout answers that. Everything else is for a person: an amount and a
 * date that fit only suggest, however unique they look today.
 */
final class BankMatching {
  /** A bank books a payout at most this much before the processor's own date (time zones), in days. */
  static final int EARLIEST_DAYS = 2;

  /** And at most this much after it, in days. */
  static final int LATEST_DAYS = 7;

  /** A bank line that nobody matched yet. */
  record Line(SubjectId subject, BankLine line) {
    Money amount() {
      return new Money(line.amountMinor(), line.currency());
    }
  }

  /** A certain match: the line, the payout, the key of the way it takes, and the id that both carry. */
  record Match(Line line, AwaitedPayout payout, String key, Reference basis) {}

  /** A line and a payout that it names. */
  private record Named(AwaitedPayout payout, Reference by) {}

  /** A way that a line proves exactly. */
  private record Proof(AwaitedPayout payout, Way way, Reference by) {}

  private final List<Line> lines;
  private final List<AwaitedPayout> payouts;
  private final Map<Line, List<Proof>> proofs = new HashMap<>();
  private final Map<String, List<Line>> linesByWay = new HashMap<>();
  private final List<Match> matches = new ArrayList<>();
  private final List<Discrepancy> discrepancies = new ArrayList<>();

  /**
   * Compares lines and payouts, whatever order they come in.
   *
   * @param lines that are not matched
   * @param payouts those whose arrival is still to come, and any other that a line names
   */
  BankMatching(List<Line> lines, List<AwaitedPayout> payouts) {
    this.lines =
        lines.stream().sorted(Comparator.comparing(line -> line.subject().toString())).toList();
    this.payouts =
        payouts.stream()
            .sorted(Comparator.comparing(payout -> payout.subject().toString()))
            .toList();
    for (Line line : this.lines) {
      List<Proof> found = proofs(line);
      proofs.put(line, found);
      for (Proof proof : found) {
        linesByWay.computeIfAbsent(proof.way().key(), key -> new ArrayList<>()).add(line);
      }
    }
    this.lines.forEach(this::match);
    Set<SubjectId> arrived =
        matches.stream().map(match -> match.payout().subject()).collect(Collectors.toSet());
    Set<Line> done = new HashSet<>(matches.stream().map(Match::line).toList());
    this.lines.stream()
        .filter(line -> !done.contains(line))
        .forEach(line -> explain(line, arrived));
  }

  /** The certain ones, by line. */
  List<Match> matches() {
    return List.copyOf(matches);
  }

  /** What a person must look at: one for each line that is not matched. */
  List<Discrepancy> discrepancies() {
    return List.copyOf(discrepancies);
  }

  private List<Named> named(Line line) {
    List<Named> named = new ArrayList<>();
    for (AwaitedPayout payout : payouts) {
      payout.namedBy(line.line().references()).ifPresent(by -> named.add(new Named(payout, by)));
    }
    return named;
  }

  private List<Proof> proofs(Line line) {
    List<Proof> found = new ArrayList<>();
    for (Named named : named(line)) {
      for (Way way : named.payout().ways()) {
        Money expected = new Money(way.minor(), named.payout().payout().currency());
        if (expected.equals(line.amount()) || exchanged(expected, line.amount())) {
          found.add(new Proof(named.payout(), way, named.by()));
        }
      }
    }
    return found;
  }

  /** A bank that credits another currency than was sent: the id proves it, and no amount can. */
  private static boolean exchanged(Money sent, Money booked) {
    return !sent.currency().equals(booked.currency())
        && Long.signum(sent.minor()) == Long.signum(booked.minor());
  }

  private List<Proof> proven(Line line) {
    return proofs.getOrDefault(line, List.of());
  }

  private void match(Line line) {
    List<Proof> found = proven(line);
    if (found.size() == 1 && rivals(found.getFirst()).size() == 1) {
      Proof only = found.getFirst();
      matches.add(new Match(line, only.payout(), only.way().key(), only.by()));
    }
  }

  private List<Line> rivals(Proof proof) {
    return linesByWay.getOrDefault(proof.way().key(), List.of());
  }

  private void explain(Line line, Set<SubjectId> arrived) {
    List<Proof> several = proven(line);
    Optional<Named> named = named(line).stream().findFirst();
    if (!several.isEmpty()) {
      ambiguous(line, several);
    } else if (named.isPresent()) {
      differing(line, named.get());
    } else {
      fitting(line, payouts.stream().filter(payout -> fits(line, payout, arrived)).toList());
    }
  }

  private void ambiguous(Line line, List<Proof> several) {
    if (several.size() > 1) {
      suggest(
          line,
          line.amount(),
          "carries the ids of several payouts of that amount: "
              + list(several.stream().map(proof -> proof.payout().subject()).distinct().toList()));
    } else {
      suggest(
          line,
          line.amount(),
          "carries "
              + several.getFirst().by()
              + " of "
              + several.getFirst().payout().subject()
              + " as other lines do: "
              + list(
                  rivals(several.getFirst()).stream()
                      .map(Line::subject)
                      .filter(s -> !s.equals(line.subject()))
                      .toList()));
    }
  }

  /** It names a payout and yet is not its arrival: the exact difference, or why there is none. */
  private void differing(Line line, Named named) {
    AwaitedPayout payout = named.payout();
    String carries = "carries " + named.by() + " of " + payout.subject();
    Optional<String> other =
        Optional.ofNullable(payout.taken().get(AwaitedPayout.arrival(payout.subject())));
    if (payout.payout().status() == io.daybook.events.Payout.Status.CANCELLED) {
      unknown(line, carries + ", which was cancelled");
    } else if (!payout.payout().currency().equals(line.line().currency())) {
      suggest(line, line.amount(), carries + ", which is " + payout.amount().words());
    } else if (other.isPresent()) {
      unknown(line, carries + ", which already arrived as " + other.get());
    } else {
      Money difference = line.amount().minus(payout.amount());
      suggest(
          line,
          difference,
          carries
              + ", expected "
              + payout.amount().words()
              + " and found "
              + line.amount().words()
              + ": the difference is "
              + difference.words());
    }
  }

  private void fitting(Line line, List<AwaitedPayout> fit) {
    if (fit.isEmpty()) {
      unknown(line, "fits no payout that is known");
    } else {
      suggest(
          line,
          line.amount(),
          "fits by amount and date, and carries no id that proves it: "
              + list(fit.stream().map(AwaitedPayout::subject).toList()));
    }
  }

  private static boolean fits(Line line, AwaitedPayout payout, Set<SubjectId> arrived) {
    return payout.awaited()
        && !arrived.contains(payout.subject())
        && payout.amount().equals(line.amount())
        && !line.line().bookedOn().isBefore(payout.issuedOn().minusDays(EARLIEST_DAYS))
        && !line.line().bookedOn().isAfter(payout.issuedOn().plusDays(LATEST_DAYS));
  }

  private void suggest(Line line, Money stake, String reason) {
    add(Kind.BANK_LINE_SUGGESTION, line, stake, reason);
  }

  private void unknown(Line line, String reason) {
    add(Kind.BANK_LINE_UNKNOWN, line, line.amount(), reason);
  }

  private void add(Kind kind, Line line, Money stake, String reason) {
    String text =
        "the line of " + line.line().bookedOn() + " over " + line.amount().words() + " " + reason;
    discrepancies.add(
        new Discrepancy(
            kind, line.subject().toString(), stake.minor(), Optional.of(stake.currency()), text));
  }

  private static String list(List<SubjectId> subjects) {
    return subjects.stream().map(SubjectId::toString).collect(Collectors.joining(", "));
  }
}
