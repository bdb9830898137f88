package io.daybook.reconciliation;

import io.daybook.events.BankLineId;
import io.daybook.events.BankMatch;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.Reference;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Rules;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import io.daybook.reconciliation.BankMatching.Line;
import io.daybook.reconciliation.BankMatching.Match;
import io.daybook.reconciliation.Claims.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Payouts against the bank's lines: claims and tells what an id proves, and lists the rest. */
final class Bank {
  private static final String BY = "reconcile";

  private final LedgerStore ledger;
  private final StateStore state;
  private final Rules rules;
  private final Claims claims;
  private final Instant now;
  private final Findings.Collector found;
  private final Map<SubjectId, AwaitedPayout> payouts = new TreeMap<>(SubjectIds.ORDER);
  private final List<Line> lines = new ArrayList<>();

  Bank(
      LedgerStore ledger,
      StateStore state,
      Rules rules,
      Claims claims,
      Instant now,
      Findings.Collector found) {
    this.ledger = ledger;
    this.state = state;
    this.rules = rules;
    this.claims = claims;
    this.now = now;
    this.found = found;
  }

  /**
   * Looks at every open payout and bank line.
   *
   * @param openings payouts on their way at cut-over that still stand open on 1005
   */
  void reconcile(Collection<SubjectId> open, Set<Reference> openings) {
    LocalDate today = rules.day(now);
    LocalDate told =
        BankStatements.coveredTo(ledger, state, open)
            .filter(day -> day.isBefore(today))
            .orElse(today);
    of(open, Kind.BANK_LINE).forEach(this::readLine);
    of(open, Kind.PAYOUT).forEach(this::readPayout);
    Set<SubjectId> awaited = new HashSet<>(payouts.keySet());
    readNamed();
    BankMatching matching = new BankMatching(lines, List.copyOf(payouts.values()));
    Set<SubjectId> arrived = new HashSet<>();
    for (Match match : matching.matches()) {
      claim(match).ifPresent(done -> arrived.add(match.payout().subject()));
    }
    Set<String> context = contextLines();
    matching.discrepancies().stream()
        .filter(wrong -> !context.contains(wrong.subject()))
        .forEach(found::wrong);
    payouts.values().stream()
        .filter(payout -> awaited.contains(payout.subject()) && !arrived.contains(payout.subject()))
        .forEach(payout -> judge(payout, openings, told));
  }

  private static List<SubjectId> of(Collection<SubjectId> open, Kind kind) {
    return open.stream().filter(subject -> subject.kind() == kind).toList();
  }

  /** A line that has its match is done, once both sides are claimed; one that was claimed is told again. */
  private void readLine(SubjectId subject) {
    List<Step> log = ledger.read(subject);
    Optional<BankMatch> match = Logs.match(log);
    Optional<Claim> claim = Claims.of(state, subject.toString());
    if (match.isPresent()) {
      confirm(subject, match.get());
    } else if (claim.isPresent()) {
      tell(subject, claim.get());
    } else if (Logs.isExplained(log)) {
      found.settle(subject);
    } else {
      Logs.line(log).ifPresent(line -> lines.add(new Line(subject, line)));
    }
  }

  /** A match that the ledger knows: by this run's ancestors, or by a person, who claims nothing. */
  private void confirm(SubjectId line, BankMatch match) {
    SubjectId payout = new SubjectId(Kind.PAYOUT, match.processor(), match.payout().value());
    String key =
        Claims.of(state, line.toString()).map(Claim::with).orElseGet(() -> wayOf(payout, line));
    Claim claim = new Claim(key, match.basis(), match.by(), match.at());
    if (claims.take(line.toString(), key, claim).isPresent()) {
      found.settle(line);
    } else {
      found.wrong(
          new Discrepancy(
              Discrepancy.Kind.CONFLICT,
              line.toString(),
              0,
              Optional.empty(),
              "is matched with " + payout + ", which another bank line proved before"));
    }
  }

  /** Which way of a payout a confirmed line takes: its return if the money runs the other way. */
  private String wayOf(SubjectId payout, SubjectId line) {
    Optional<Payout> known = Logs.payout(ledger.read(payout));
    long lineMinor = Logs.line(ledger.read(line)).map(l -> l.amountMinor()).orElse(0L);
    boolean back =
        known.isPresent() && Long.signum(known.get().amountMinor()) == -Long.signum(lineMinor);
    return back ? AwaitedPayout.returned(payout) : AwaitedPayout.arrival(payout);
  }

  private void readPayout(SubjectId subject) {
    awaited(subject).ifPresent(payout -> payouts.put(subject, payout));
  }

  /** Payouts that are done, but that an open line names: so that the line can say so. */
  private void readNamed() {
    Set<String> named = new HashSet<>();
    lines.forEach(
        line -> line.line().references().forEach(r -> named.add(AwaitedPayout.folded(r.value()))));
    for (StateStore.Item item : state.list(StateStore.Kind.PAYOUT)) {
      SubjectId subject = SubjectId.parse(item.id());
      if (!payouts.containsKey(subject) && named.contains(AwaitedPayout.folded(subject.id()))) {
        readPayout(subject);
      }
    }
  }

  private Optional<AwaitedPayout> awaited(SubjectId subject) {
    List<Step> log = ledger.read(subject);
    return Logs.payout(log)
        .map(payout -> {
          Map<String, String> taken = new HashMap<>();
          for (String key :
              List.of(AwaitedPayout.arrival(subject), AwaitedPayout.returned(subject))) {
            Claims.of(state, key).ifPresent(claim -> taken.put(key, claim.with()));
          }
          return new AwaitedPayout(
              subject, payout, Logs.traces(log), rules.day(payout.issuedAt()), taken);
        });
  }

  private Optional<Claim> claim(Match match) {
    Claim wanted = new Claim(match.key(), match.basis().value(), BY, now);
    Optional<Claim> taken = claims.take(match.line().subject().toString(), match.key(), wanted);
    taken.ifPresent(claim -> tell(match.line().subject(), claim));
    return taken;
  }

  private void tell(SubjectId line, Claim claim) {
    String payoutText = claim.with().split("#", 2)[0];
    SubjectId payout = SubjectId.parse(payoutText);
    found.tell(
        new BankMatch(
            line.origin(),
            new BankLineId(line.id()),
            payout.origin(),
            new PayoutId(payout.id()),
            claim.basis(),
            claim.by(),
            claim.at()));
  }

  /** Lines before the bank's cut-over post nothing, so nobody misses their payout. */
  private Set<String> contextLines() {
    Set<String> context = new HashSet<>();
    for (Line line : lines) {
      Optional<LocalDate> first = rules.firstDay(line.line().origin());
      if (first.isPresent() && line.line().bookedOn().isBefore(first.get())) {
        context.add(line.subject().toString());
      }
    }
    return context;
  }

  private void judge(AwaitedPayout payout, Set<Reference> openings, LocalDate told) {
    Optional<String> line =
        Optional.ofNullable(payout.taken().get(AwaitedPayout.arrival(payout.subject())));
    if (line.isPresent()) {
      if (Logs.match(ledger.read(SubjectId.parse(line.get()))).isPresent()) {
        found.settle(payout.subject());
      }
      return;
    }
    switch (payout.payout().status()) {
      case FAILED, CANCELLED -> found.settle(payout.subject());
      case PENDING -> {
        // It has not left: nothing can be missing yet.
      }
      case IN_TRANSIT, PAID -> judgeSent(payout, openings, told);
    }
  }

  private void judgeSent(AwaitedPayout payout, Set<Reference> openings, LocalDate told) {
    if (payout.payout().amountMinor() == 0) {
      found.settle(payout.subject());
      return;
    }
    Optional<LocalDate> first = rules.firstDay(payout.payout().origin());
    boolean context = first.isPresent() && payout.issuedOn().isBefore(first.get());
    boolean takenOver = openings.contains(new Reference(payout.payout().id().value()));
    LocalDate due = payout.issuedOn().plusDays(rules.policy().claims().waitingDays());
    if (due.isBefore(told) && (!context || takenOver)) {
      found.wrong(
          new Discrepancy(
              Discrepancy.Kind.PAYOUT_NOT_IN_BANK,
              payout.subject().toString(),
              payout.payout().amountMinor(),
              Optional.of(payout.payout().currency()),
              "the payout of "
                  + payout.issuedOn()
                  + " over "
                  + payout.amount().words()
                  + " has no bank line after "
                  + rules.policy().claims().waitingDays()
                  + " days"));
    }
  }
}
