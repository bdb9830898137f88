package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.PolicyChange;
import io.daybook.events.PolicyChange.Setting;
import io.daybook.events.Reference;
import io.daybook.ledger.Book;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Policy;
import io.daybook.ledger.PolicySwitches;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.storage.deployment.Deployment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A book's switches: shown, tried, and changed by a named person (DESIGN promises 1 and 12). A change counts for subjects
 * first posted after it; {@link Reposting} takes an open range along.
 */
public final class PolicyDesk {
  private final Book book;
  private final RulesVersions rules;
  private final Reposting reposting;
  private final Desk desk;
  private final Clock clock;

  /** The switches of a book. */
  public PolicyDesk(Deployment deployment, Book book, Teller teller) {
    this.book = book;
    this.rules = new RulesVersions(deployment.stores().state(book));
    this.reposting = new Reposting(deployment, book, teller);
    this.clock = deployment.clock();
    this.desk = new Desk(teller, clock);
  }

  /** All switches as they stand. */
  public List<PolicySwitches.Switch> switches() throws ActRefused {
    return PolicySwitches.of(current().policy());
  }

  /**
   * What the settings would change of today's policy; those that stand so already are left out.
   *
   * @throws ActRefused if there is no such switch, or it cannot stand there
   */
  public List<Setting> changes(List<Setting> settings) throws ActRefused {
    Policy today = current().policy();
    return PolicySwitches.changes(today, changed(today, settings));
  }

  /**
   * What would be posted otherwise for subjects with entries in a range, if they were posted again under the settings.
   * Nothing is changed.
   */
  public Reposting.Preview wouldPost(List<Setting> settings, LocalDate from, LocalDate to)
      throws ActRefused {
    Rules today = current();
    Rules otherwise = today.with(changed(today.policy(), settings));
    return new Reposting.Preview(
        today.version() + 1, reposting.preview(from, to, otherwise).entries());
  }

  /**
   * Changes switches: a version of the rules, and a line of the trail.
   *
   * @return the version that holds from now on
   * @throws ActRefused if they stand so already, or cannot
   */
  public int change(List<Setting> settings, Who who) throws ActRefused {
    who.require(true);
    List<Setting> changes = changes(settings);
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
                    who.by(),
                    who.reason(),
                    now)));
    Rules after = current();
    if (!PolicySwitches.changes(after.policy(), changed(after.policy(), changes)).isEmpty()) {
      throw new ActRefused("The change is kept and not posted yet: 'exceptions' says why.");
    }
    return after.version();
  }

  private Rules current() throws ActRefused {
    return rules
        .current()
        .orElseThrow(() -> new ActRefused("Nothing is connected to book '" + book + "' yet."));
  }

  private static Policy changed(Policy today, List<Setting> settings) throws ActRefused {
    try {
      return PolicySwitches.set(today, settings);
    } catch (IllegalArgumentException wrong) {
      throw new ActRefused("The " + wrong.getMessage() + ".");
    }
  }
}
