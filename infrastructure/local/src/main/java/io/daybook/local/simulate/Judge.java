package io.daybook.local.simulate;

import static io.daybook.local.simulate.Machine.BOOK;

import io.daybook.books.acts.AuditTrail;
import io.daybook.events.OrderState;
import io.daybook.events.Repost;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.simulation.history.Habits;
import io.daybook.simulation.history.Names;
import io.daybook.simulation.history.Operation;
import io.daybook.simulation.history.Paper;
import io.daybook.simulation.history.Sheet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plays histories and says what is wrong with the books they leave (ACCOUNTING.md section 12, DESIGN's promises). */
public final class Judge {
  /** Acts that are not counted: allocations are told, and re-posting is an act for each subject. */
  private static final Set<String> UNCOUNTED = Set.of("bank-allocation", "repost");

  private final Path folder;

  /**
   * A judge.
   *
   * @param folder for what a closing writes; used again by every history
   */
  public Judge(Path folder) {
    this.folder = folder;
  }

  /**
   * What operations come to, with the faults and crashes of a seed.
   *
   * @param shown whether the log has every balance after each operation
   */
  Verdict judge(List<Operation> operations, long seed, Play.Balances shown) {
    Play play = new Play(folder, seed, shown);
    boolean judged = true;
    try {
      play.run(operations);
      play.end();
      judged = new Look(play).all();
    } catch (RuntimeException broke) {
      StackTraceElement where = broke.getStackTrace()[0];
      play.wrong.add("broke with " + broke + " at " + where);
    }
    Counts counts =
        new Counts(
            1,
            operations.size(),
            play.told.size(),
            play.entries(),
            play.acts,
            play.machine.crashes(),
            play.machine.faults());
    return new Verdict(play.wrong, judged, play.log, counts);
  }

  /** Looks at the books of one history. */
  private static final class Look {
    private final Play play;
    private final LedgerStore ledger;
    private final Map<SubjectId, Step> first = new HashMap<>();
    private final Map<SubjectId, Habits> habits = new HashMap<>();

    private Look(Play play) {
      this.play = play;
      this.ledger = play.machine.sound().stores().ledger(BOOK);
    }

    private boolean all() {
      SortedMap<String, Long> books = new TreeMap<>();
      for (LocalDate day : ledger.days()) {
        for (Step step : ledger.day(day, Optional.empty())) {
          look(step, books);
        }
      }
      books.values().removeIf(minor -> minor == 0);
      first.values().forEach(this::rules);
      prints();
      trail();
      replay();
      return paper(books);
    }

    private void look(Step step, SortedMap<String, Long> books) {
      var entry = step.entry().orElseThrow();
      long sum = entry.legs().stream().mapToLong(Leg::minor).sum();
      play.require(sum == 0, step.subject() + " step " + step.number() + " is off by " + sum);
      LocalDate counts = play.calendar.counts(entry.belongsTo(), step.recordedAt());
      play.require(
          entry.day().equals(counts),
          step.subject()
              + " "
              + entry.occasion()
              + " counts on "
              + entry.day()
              + ", expected "
              + counts);
      Habits then =
          play.calendar.habits(
              play.calendar.version(step.recordedAt()), Names.day(step.recordedAt()));
      boolean waits = then.late() == Habits.Late.WAIT;
      play.require(
          !waits || entry.day().equals(entry.belongsTo()),
          step.subject() + " " + entry.occasion() + " moved, and should have waited");
      first.merge(
          step.subject(), step, (one, other) -> one.number() < other.number() ? one : other);
      String place = place(step.subject(), entry.belongsTo());
      for (Leg leg : entry.legs()) {
        books.merge(place + " " + leg.account().number(), leg.minor(), Math::addExact);
      }
    }

    /** By day, but for what paper compares as a whole. */
    private String place(SubjectId subject, LocalDate day) {
      return switch (subject.kind()) {
        case ORDER -> habits(subject).dated() ? day.toString() : subject.id();
        case UNCLAIMED -> "unclaimed";
        default -> day.toString();
      };
    }

    /** A subject is posted under the rules of its first entry. */
    private void rules(Step step) {
      int expected = play.calendar.version(step.recordedAt());
      play.require(
          step.rules() == expected,
          step.subject() + " is posted by rules " + step.rules() + ", expected " + expected);
    }

    /** How the books of a subject are kept: by the rules of its first entry or of a re-post, as of the day it began. */
    private Habits habits(SubjectId subject) {
      return habits.computeIfAbsent(
          subject,
          _ -> {
            List<Step> log = ledger.read(subject);
            int first =
                log.stream()
                    .filter(step -> step.entry().isPresent())
                    .findFirst()
                    .map(Step::recordedAt)
                    .map(play.calendar::version)
                    .orElseGet(() -> play.calendar.version(play.hand.instant()));
            int again =
                log.stream()
                    .flatMap(step -> step.facts().stream())
                    .filter(Repost.class::isInstance)
                    .mapToInt(fact -> Math.toIntExact(((Repost) fact).version()))
                    .max()
                    .orElse(first);
            return play.calendar.habits(Math.max(first, again), began(log));
          });
    }

    /** The day on which an order was placed. */
    private LocalDate began(List<Step> log) {
      return log.stream()
          .flatMap(step -> step.facts().stream())
          .filter(OrderState.class::isInstance)
          .map(fact -> Names.day(((OrderState) fact).placedAt()))
          .findFirst()
          .orElseGet(() -> Names.day(play.hand.instant()));
    }

    private Habits order(String id) {
      return habits(new SubjectId(SubjectId.Kind.ORDER, Names.SHOP, id));
    }

    /** Whoever asks again for what was printed gets the same. */
    private void prints() {
      for (Play.Print print : play.prints) {
        play.require(
            figures(play.balances(print.asOf(), Optional.of(print.knownAt())))
                .equals(figures(print.balances())),
            "the balances as of " + print.asOf() + " known at " + print.knownAt() + " changed");
      }
    }

    /** What is final now was provisional when it was printed: that word may differ. */
    private static String figures(String csv) {
      return csv.replaceAll("(?i)provisional|final", "");
    }

    /** The trail has each act once, and the inbox told again posts nothing. */
    private void trail() {
      var lines = new AuditTrail(play.machine.sound(), BOOK).lines();
      long people = lines.stream().filter(line -> !UNCOUNTED.contains(line.act())).count();
      play.require(people == play.acts, "the audit trail has " + people + " acts of " + play.acts);
    }

    private void replay() {
      long before = play.entries();
      List<String> setbacks = play.machine.replay();
      play.require(setbacks.isEmpty(), "messages could not be posted: " + setbacks);
      play.require(
          play.entries() == before, "a replay posted " + (play.entries() - before) + " entries");
    }

    private boolean paper(SortedMap<String, Long> books) {
      Optional<Sheet> sheet = Paper.of(play.told, this::order, Names.day(play.hand.instant()));
      if (sheet.isEmpty()) {
        return false;
      }
      for (Operation.Entered entry : play.entered) {
        by(sheet.get(), entry.day(), entry, entry.minor());
      }
      for (Operation.Reversed reversal : play.reversed) {
        play.entered.stream()
            .filter(entry -> entry.id().equals(reversal.id()))
            .forEach(entry -> by(sheet.get(), reversal.day(), entry, -entry.minor()));
      }
      compare(sheet.get().sums(), books);
      return true;
    }

    private static void by(Sheet sheet, LocalDate day, Operation.Entered entry, long minor) {
      Sheet _ =
          sheet
              .debit(day, Integer.parseInt(entry.debit()), minor)
              .debit(day, Integer.parseInt(entry.credit()), -minor);
    }

    private void compare(SortedMap<String, Long> paper, SortedMap<String, Long> books) {
      TreeSet<String> places = new TreeSet<>(Comparator.naturalOrder());
      places.addAll(paper.keySet());
      places.addAll(books.keySet());
      for (String place : places) {
        long expected = paper.getOrDefault(place, 0L);
        long found = books.getOrDefault(place, 0L);
        play.require(
            expected == found, place + " is " + found + " in the books, " + expected + " on paper");
      }
    }
  }
}
