package io.daybook.local.simulate;

import io.daybook.simulation.history.History;
import io.daybook.simulation.history.Operation;
import io.daybook.simulation.history.Shrinking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/** Plays many histories, by seed; those that go wrong are made short. What they come to does not depend on how many play. */
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

  private final IntFunction<Trial> trials;

  /** A simulation that uses a folder for what closings write; each worker has one of its own in it. */
  public Simulation(Path folder) {
    this.trials = worker -> new Judge(folder(folder, worker))::judge;
  }

  /** A simulation that another judges. */
  Simulation(Trial trial) {
    this.trials = _ -> trial;
  }

  private static Path folder(Path folder, int worker) {
    try {
      return Files.createDirectories(folder.resolve("worker-" + worker));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the workers found so far. */
  private static final class Tally {
    private final LongConsumer played;
    private final SortedMap<Long, Failure> failures = new TreeMap<>();
    private Counts counts = Counts.NONE;

    private Tally(LongConsumer played) {
      this.played = played;
    }

    private synchronized void add(Counts more) {
      counts = counts.plus(more);
      played.accept(counts.histories());
    }

    private synchronized void add(Failure failure) {
      failures.put(failure.seed(), failure);
    }

    private synchronized boolean isEnough() {
      return failures.size() >= MAX_FAILURES;
    }

    private synchronized Outcome outcome() {
      return new Outcome(counts, List.copyOf(failures.values()));
    }
  }

  /** Plays histories of seeds, as many at once as there are processors; ends early if too many go wrong. */
  public Outcome run(long from, int seeds, LongConsumer played) {
    Tally tally = new Tally(played);
    AtomicLong next = new AtomicLong(from);
    int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, seeds);
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> working = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        Trial trial = trials.apply(worker);
        working.add(pool.submit(() -> work(trial, next, from + seeds, tally)));
      }
      for (Future<?> one : working) {
        Object _ = one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a history could not be played", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while histories were played", e);
    }
    return tally.outcome();
  }

  private static void work(Trial trial, AtomicLong next, long end, Tally tally) {
    for (long seed = next.getAndIncrement();
        seed < end && !tally.isEnough();
        seed = next.getAndIncrement()) {
      List<Operation> history = History.of(seed);
      Verdict verdict = trial.judge(history, seed, Play.Balances.LEFT_OUT);
      tally.add(verdict.counts());
      if (!verdict.clean() || !verdict.judged()) {
        tally.add(failure(trial, history, seed, verdict));
      }
    }
  }

  private static Failure failure(Trial trial, List<Operation> history, long seed, Verdict verdict) {
    List<String> wrong =
        verdict.clean() ? List.of("paper cannot tell what the books must hold") : verdict.wrong();
    List<Operation> shortest =
        verdict.clean()
            ? history
            : Shrinking.shortest(
                history,
                part -> {
                  Verdict again = trial.judge(part, seed, Play.Balances.LEFT_OUT);
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
