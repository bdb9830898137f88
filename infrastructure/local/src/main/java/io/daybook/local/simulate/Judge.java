package io.daybook.local.simulate;

import static io.daybook.local.simulate.Machine.BOOK;

import io.daybook.books.Bookkeeper;
import io.daybook.books.Desks;
import io.daybook.books.acts.AuditTrail;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plays histories and says what is wrong with the books they leave (ACCOUNTING.md section 12, DESIGN's promises). */
public final class Judge {
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
      first.merge(
          step.subject(), step, (one, other) -> one.number() < other.number() ? one : other);
      for (Leg leg : entry.legs()) {
        books.merge(entry.belongsTo() + " " + leg.account().number(), leg.minor(), Math::addExact);
      }
    }

    /** A subject is posted under the rules of its first entry. */
    private void rules(Step step) {
      int expected = play.calendar.version(step.recordedAt());
      play.require(
          step.rules() == expected,
          step.subject() + " is posted by rules " + step.rules() + ", expected " + expected);
    }

    private boolean lastParcel(String order) {
      SubjectId subject = new SubjectId(SubjectId.Kind.ORDER, Names.SHOP, order);
      return Optional.ofNullable(first.get(subject))
          .map(step -> play.calendar.lastParcel(step.recordedAt()))
          .orElse(false);
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
      long people = lines.stream().filter(line -> !line.act().equals("bank-allocation")).count();
      play.require(people == play.acts, "the audit trail has " + people + " acts of " + play.acts);
    }

    private void replay() {
      long before = play.entries();
      InboxStore inbox = play.machine.sound().stores().inbox(BOOK);
      for (LocalDate day : inbox.days(Desks.PEOPLE)) {
        inbox
            .day(Desks.PEOPLE, day)
            .forEach(message -> {
              Bookkeeper.Taken taken = play.machine.take(message);
              play.require(
                  taken.setback().isEmpty(), "a message could not be posted: " + taken.setback());
            });
      }
      play.require(
          play.entries() == before, "a replay posted " + (play.entries() - before) + " entries");
    }

    private boolean paper(SortedMap<String, Long> books) {
      Optional<Sheet> sheet = Paper.of(play.told, this::lastParcel);
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
