package io.daybook.cloud;

import io.daybook.cloud.deployment.Synthesis;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the verbs that synthesise share. */
abstract class SynthesisingVerb extends ChangingVerb {
  @Option(
      names = "--context",
      paramLabel = "K=V",
      description = "A value for the template, as synth takes it. Repeatable.")
  Map<String, String> context = Map.of();

  @Option(
      names = "--assembly",
      paramLabel = "DIR",
      description =
          "Deploy what synth wrote there before, and what was reviewed, instead of synthesising.")
  @Nullable Path assembly;

  SynthesisingVerb(CloudSurroundings surroundings) {
    super(surroundings);
  }

  final Synthesis synthesis() {
    Path done = assembly;
    return done == null ? surroundings.synthesis() : Synthesis.done(done);
  }
}
