package io.daybook.local.command;

import io.daybook.local.hub.Hub;
import io.daybook.local.simulate.Simulation;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: histories of a shop, by seed, on a machine that fails, held against paper. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Play histories of a shop by seed, on stores that fail and a process that crashes, and hold the books against paper.",
      "A history that goes wrong is shown by its seed and made as short as it goes wrong."
    })
final class SimulateVerb extends Verb {
  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many histories (default: ${DEFAULT-VALUE}).",
      defaultValue = "300")
  int seeds = 300;

  @Option(
      names = "--from",
      paramLabel = "SEED",
      description = "The first one's seed (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  long from = 1;

  @Override
  Report run(Hub hub) {
    throw new IllegalStateException("a simulation has hubs of its own");
  }

  @Override
  public Integer call() throws Exception {
    if (seeds < 1) {
      throw new Complaint("--seeds is " + seeds + "; at least one history is to be played.");
    }
    Simulation simulation = new Simulation(Files.createTempDirectory("daybook-simulate-"));
    Simulation.Outcome outcome;
    try (Progress progress = Progress.start("Histories", seeds, audience())) {
      outcome = simulation.run(from, seeds, progress::advanceTo);
    }
    List<String> failures = outcome.failures().stream().map(Simulation.Failure::words).toList();
    print(new Report(outcome.words(), outcome, failures.isEmpty() ? 0 : 1));
    return failures.isEmpty() ? 0 : 1;
  }
}
