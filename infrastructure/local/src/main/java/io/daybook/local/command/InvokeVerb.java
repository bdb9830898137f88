package io.daybook.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.local.hub.Hub;
import io.daybook.local.lambda.LocalFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code invoke}: hands a function an event, as Lambda would. */
@Command(
    name = "invoke",
    mixinStandardHelpOptions = true,
    description = "Hand a function an event from a file, as Lambda would, and print its answer.")
final class InvokeVerb extends Verb {
  @Parameters(
      index = "0",
      paramLabel = "FUNCTION",
      description = "ingest, post, pull, reconcile or export")
  String function = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The event, JSON.")
  Path file = Path.of("event.json");

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    Optional<LocalFunction> found = hub.functions().named(function);
    if (found.isEmpty()) {
      throw new Complaint(
          "There is no function '"
              + function
              + "'. There are: "
              + String.join(", ", hub.functions().names())
              + ".");
    }
    if (!Files.isReadable(file)) {
      throw new Complaint("The file " + file + " cannot be read.");
    }
    byte[] answer = found.get().invoke(Files.readAllBytes(file));
    return new Report(
        new String(answer, StandardCharsets.UTF_8), new ObjectMapper().readTree(answer));
  }
}
