package io.daybook.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.cloud.template.Archives;
import io.daybook.cloud.template.CannotSynthesise;
import io.daybook.cloud.template.NodeJs;
import io.daybook.cloud.template.Stage;
import io.daybook.cloud.template.Synthesis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synth}: writes the CloudFormation template of a stage, and what it needs. Calls nobody. */
@Command(
    name = "synth",
    description = "Writes the CloudFormation template of a stage.",
    mixinStandardHelpOptions = true)
final class SynthVerb implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Option(
      names = "--stage",
      paramLabel = "S",
      description = "The stage (default: ${DEFAULT-VALUE}).",
      defaultValue = Stage.PROD)
  String stage = Stage.PROD;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write it (default: cdk.out/STAGE).")
  @Nullable Path out;

  @Option(
      names = "--context",
      paramLabel = "KEY=VALUE",
      description =
          "A setting of the stage; may be given again. An unknown one lists those there are.")
  Map<String, String> context = new LinkedHashMap<>();

  @Option(names = "--json", description = "Print JSON for scripts.")
  boolean json;

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    Stage meant = Stage.of(stage, context);
    NodeJs.require();
    Path folder = out == null ? Path.of("cdk.out", meant.name()) : out;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CannotSynthesise("Cannot write into " + folder + ": " + e.getMessage());
    }
    Synthesis written =
        Synthesis.write(meant, Archives.of(project()), folder.toAbsolutePath().normalize());
    print(meant, written);
    return 0;
  }

  /** Where the archives are built; the launcher says. */
  private static Path project() {
    return Path.of(System.getProperty("daybook.root", "."));
  }

  private void print(Stage meant, Synthesis written) throws JsonProcessingException {
    CommandSpec set = spec;
    if (set == null) {
      throw new IllegalStateException("picocli sets the spec before it calls a verb");
    }
    PrintWriter to = set.commandLine().getOut();
    to.println(json ? json(meant, written) : words(meant, written));
    to.flush();
  }

  private static String words(Stage meant, Synthesis written) {
    StringBuilder words = new StringBuilder();
    words.append("Stage ").append(meant.name()).append(": ");
    words.append(written.count()).append(" resources, ");
    words.append(written.bytes()).append(" bytes of the 1,000,000 that CloudFormation takes.\n");
    written
        .resources()
        .forEach((type, count) -> words.append(String.format("  %4d  %s%n", count, type)));
    words.append("\n  ").append(written.template());
    words.append("\n  ").append(written.assets());
    return words.toString();
  }

  private static String json(Stage meant, Synthesis written) throws JsonProcessingException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("stage", meant.name());
    report.put("template", written.template().toString());
    report.put("assets", written.assets().toString());
    report.put("bytes", written.bytes());
    report.put("resources", written.resources());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }
}
