package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.PolicyChange;
import io.daybook.events.PolicyChange.Setting;
import io.daybook.events.Reference;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.Policy;
import io.daybook.ledger.PolicySwitches;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.storage.deployment.Deployment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A book's switches: shown, tried, and changed by a named person (DESIGN promises 1 and 12). A change counts for what
 * happened from its day on and is first posted after it (decision 30); {@link Reposting} takes an open range along.
 */
public final class PolicyDesk {
  /**
   * What is set for a day to come, or was from a day on.
   *
   * @param from the day
   * @param settings what changed on it
   */
  public record Dated(LocalDate from, List<Setting> settings) {}

  private final Book book;
  private final RulesVersions rules;
  private final LedgerStore ledger;
  private final OpenDays openDays;
  private final Reposting reposting;
  private final Desk desk;
  private final Clock clock;

  /** The switches of a book. */
  public PolicyDesk(Deployment deployment, Book book, Teller teller) {
    this.book = book;
    this.rules = new RulesVersions(deployment.stores().state(book));
    this.ledger = deployment.stores().ledger(book);
    this.reposting = new Reposting(deployment, book, teller);
    this.clock = deployment.clock();
    this.openDays = new OpenDays(new PeriodBook(deployment.stores().state(book), clock));
    this.desk = new Desk(teller, clock);
  }

  /** All switches as they stand for what happens today; what a book is begun with comes first. */
  public List<PolicySwitches.Switch> switches() throws ActRefused {
    Rules now = current();
    List<PolicySwitches.Switch> all = new ArrayList<>(PolicySwitches.ofBook(now));
    all.addAll(PolicySwitches.of(now.policyOn(today(now))));
    return List.copyOf(all);
  }

  /** What changed from which day on, or will. */
  public List<Dated> dated() throws ActRefused {
    Rules now = current();
    List<Dated> dated = new ArrayList<>();
    Policy before = now.policy();
    for (Map.Entry<LocalDate, Policy> next : now.dated().entrySet()) {
      dated.add(new Dated(next.getKey(), PolicySwitches.changes(before, next.getValue())));
      before = next.getValue();
    }
    return List.copyOf(dated);
  }

  /**
   * From which day a change counts: the one that was said; otherwise today, or, in a book without entries, the beginning.
   *
   * @throws ActRefused if the day is in a closed month: what is closed was posted by the switches of its time
   */
  public Optional<LocalDate> from(Optional<LocalDate> said) throws ActRefused {
    if (said.isEmpty()) {
      return ledger.days().isEmpty() ? Optional.empty() : Optional.of(today(current()));
    }
    openDays.require(said.get(), "a policy");
    return said;
  }

  /**
   * What the settings would change of the policy from a day on; those that stand so already are left out.
   *
   * @throws ActRefused if there is no such switch, or it cannot stand there
   */
  public List<Setting> changes(List<Setting> settings, Optional<LocalDate> from) throws ActRefused {
    Rules now = current();
    return PolicySwitches.changes(on(now, from), on(changed(now, from, settings), from));
  }

  /**
   * What would be posted otherwise for subjects with entries in a range, if the settings held from a day on and they were
   * posted again. Nothing is changed.
   */
  public Reposting.Preview wouldPost(
      List<Setting> settings, Optional<LocalDate> from, LocalDate first, LocalDate last)
      throws ActRefused {
    Rules now = current();
    return new Reposting.Preview(
        now.version() + 1, reposting.preview(first, last, changed(now, from, settings)).entries());
  }

  /**
   * Changes switches from a day on: a version of the rules, and a line of the trail.
   *
   * @return the version that is posted by from now on
   * @throws ActRefused if they stand so already, or cannot
   */
  public int change(List<Setting> settings, Optional<LocalDate> from, Who who) throws ActRefused {
    who.require(true);
    Optional<LocalDate> day = from(from);
    List<Setting> changes = changes(settings, day);
    if (changes.isEmpty()) {
      throw new ActRefused("The policy is so already; nothing was changed.");
    }
    Instant now = clock.instant();
    List<MessageId> _ =
        desk.tell(
            List.of(
                new PolicyChange(
                    Bookkeeper.own(book),
                    new Reference("policy/" + now),
                    changes,
                    day,
                    who.by(),
                    who.reason(),
                    now)));
    if (!changes(changes, day).isEmpty()) {
      throw new ActRefused("The change is kept and not posted yet: 'exceptions' says why.");
    }
    return current().version();
  }

  private Rules current() throws ActRefused {
    return rules
        .current()
        .orElseThrow(() -> new ActRefused("Nothing is connected to book '" + book + "' yet."));
  }

  private LocalDate today(Rules by) {
    return by.day(clock.instant());
  }

  private static Policy on(Rules rules, Optional<LocalDate> from) {
    return from.map(rules::policyOn).orElse(rules.policy());
  }

  private static Rules changed(Rules now, Optional<LocalDate> from, List<Setting> settings)
      throws ActRefused {
    try {
      return now.changed(from, settings);
    } catch (IllegalArgumentException wrong) {
      throw new ActRefused("The " + wrong.getMessage() + ".");
    }
  }
}
