package io.daybook.local.simulate;

import io.daybook.simulation.history.History;
import io.daybook.simulation.history.Operation;
import io.daybook.simulation.history.Shrinking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Plays many histories; those that go wrong are made short. */
public final class Simulation {

  /** The last 40 operations, each with a line of balances. */
  private static final int LINES = 80;

  private static final int MAX_TRIES = 400;

  /** After so many that went wrong there is enough to look at. */
  private static final int MAX_FAILURES = 3;

  /**
   * A history that went wrong.
   *
   * @param seed plays it again
   * @param wrong what is wrong with it, each in a sentence
   * @param operations the last of its operations, after each every balance
   * @param shortest a history that goes wrong too, of which no operation can be left out, as far as was tried
   * @param shortestWrong what is wrong with that one
   */
  public record Failure(
      long seed,
      List<String> wrong,
      List<String> operations,
      List<String> shortest,
      List<String> shortestWrong) {
    /** Copies the lists. */
    public Failure {
      wrong = List.copyOf(wrong);
      operations = List.copyOf(operations);
      shortest = List.copyOf(shortest);
      shortestWrong = List.copyOf(shortestWrong);
    }

    /** For people. */
    public String words() {
      return "Seed "
          + seed
          + " goes wrong (daybook simulate --seeds 1 --from "
          + seed
          + "):\n  "
          + String.join("\n  ", wrong)
          + "\nIts last operations:\n  "
          + String.join("\n  ", operations)
          + "\nThe same as short as it was found to go wrong:\n  "
          + String.join("\n  ", shortest)
          + "\nwhich has:\n  "
          + String.join("\n  ", shortestWrong);
    }
  }

  /** What many histories came to. */
  public record Outcome(Counts counts, List<Failure> failures) {
    /** Copies the list. */
    public Outcome {
      failures = List.copyOf(failures);
    }

    /** For people. */
    public String words() {
      String played =
          counts.histories()
              + " histories: "
              + counts.operations()
              + " operations, "
              + counts.facts()
              + " facts told, "
              + counts.entries()
              + " entries, "
              + counts.acts()
              + " acts of people; "
              + counts.crashes()
              + " crashes, "
              + counts.faults()
              + " faults of the stores.\n";
      return failures.isEmpty()
          ? played + "All of them end clean: the books are what paper says."
          : played + String.join("\n\n", failures.stream().map(Failure::words).toList());
    }
  }

  /** Who plays a history and says what it came to. */
  interface Trial {
    Verdict judge(List<Operation> operations, long seed, Play.Balances shown);
  }

  private final Trial trial;

  /** A simulation that uses a folder for what closings write. */
  public Simulation(Path folder) {
    this(new Judge(folder)::judge);
  }

  /** A simulation that another judges. */
  Simulation(Trial trial) {
    this.trial = trial;
  }

  private Verdict judge(List<Operation> operations, long seed) {
    return trial.judge(operations, seed, Play.Balances.LEFT_OUT);
  }

  /** Plays histories of seeds one after the other; ends early if too many go wrong. */
  public Outcome run(long from, int seeds, LongConsumer played) {
    Counts counts = Counts.NONE;
    List<Failure> failures = new ArrayList<>();
    for (int next = 0; next < seeds && failures.size() < MAX_FAILURES; next++) {
      long seed = from + next;
      List<Operation> history = History.of(seed);
      Verdict verdict = judge(history, seed);
      counts = counts.plus(verdict.counts());
      if (!verdict.clean() || !verdict.judged()) {
        failures.add(failure(history, seed, verdict));
      }
      played.accept(next + 1L);
    }
    return new Outcome(counts, failures);
  }

  private Failure failure(List<Operation> history, long seed, Verdict verdict) {
    List<String> wrong =
        verdict.clean() ? List.of("paper cannot tell what the books must hold") : verdict.wrong();
    List<Operation> shortest =
        verdict.clean()
            ? history
            : Shrinking.shortest(
                history,
                part -> {
                  Verdict again = judge(part, seed);
                  return again.judged() && !again.clean();
                },
                MAX_TRIES);
    Verdict last = trial.judge(shortest, seed, Play.Balances.SHOWN);
    List<String> log = trial.judge(history, seed, Play.Balances.SHOWN).log();
    return new Failure(
        seed,
        wrong,
        log.subList(Math.max(0, log.size() - LINES), log.size()),
        last.log(),
        last.wrong());
  }
}
