package io.daybook.simulation.history;

import io.daybook.events.Fact;
import io.daybook.events.FactKey;
import io.daybook.events.Happening;
import io.daybook.events.OrderState;
import io.daybook.events.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The books as one would do them on paper at the end: every fact once, of each state the newest, and what each comes to
 * put under its own day (the day it belongs to, whether or not that was closed when it came). No diffs, no occasions, no
 * order of arrival. It shares nothing with what posts but the facts.
 */
public final class Paper {
  private final Map<FactKey, Fact> facts = new LinkedHashMap<>();
  private final Sheet sheet = new Sheet();

  private Paper(Collection<? extends Fact> told) {
    for (Fact fact : told) {
      Fact before = facts.get(fact.key());
      if (before == null || isNewer(fact, before)) {
        facts.put(fact.key(), fact);
      }
    }
  }

  /**
   * What the books must hold by day and account, if the facts make whole lives.
   *
   * @param told every fact told, any number of times
   * @param habits how the books of an order (by its id) are kept
   * @param today up to which the calendar counts
   */
  public static Optional<Sheet> of(
      Collection<? extends Fact> told, Function<String, Habits> habits, LocalDate today) {
    Paper paper = new Paper(told);
    try {
      paper.write(habits, today);
      return Optional.of(paper.sheet);
    } catch (NotWhole missing) {
      return Optional.empty();
    }
  }

  private static boolean isNewer(Fact fact, Fact before) {
    return switch (fact) {
      case State state -> state.version() > ((State) before).version();
      case Happening _ -> false;
    };
  }

  private void write(Function<String, Habits> habits, LocalDate today) {
    List<Fact> all = new ArrayList<>(facts.values());
    PaperOffice.write(all, sheet);
    PaperMeetings meetings = PaperMeetings.of(all);
    meetings.write(sheet);
    for (String id : OrderParts.named(all)) {
      OrderParts parts = OrderParts.of(id, all);
      OrderState order = parts.order();
      Habits kept = habits.apply(id);
      Page page = new Page(sheet, kept.dated() ? Optional.empty() : Optional.of(id));
      new PaperOrder(order, parts, kept, today, meetings, page).write();
      new PaperCosts(order, parts, kept, today, page).write(all);
    }
  }
}
