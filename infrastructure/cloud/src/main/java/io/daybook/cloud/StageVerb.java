package io.daybook.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.cloud.deployment.Aws;
import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.Deployer;
import io.daybook.cloud.deployment.DeploymentFailed;
import io.daybook.cloud.deployment.Report;
import io.daybook.cloud.deployment.Session;
import io.daybook.cloud.deployment.Stage;
import io.daybook.cloud.deployment.Voice;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all verbs on a stage in the cloud share: stage, region, words or JSON. */
abstract class StageVerb implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final CloudSurroundings surroundings;

  @Option(
      names = "--stage",
      required = true,
      paramLabel = "S",
      description = "The stage, such as test or prod.")
  String stage = "";

  @Option(
      names = "--region",
      paramLabel = "R",
      description = "The AWS region (default: AWS_REGION, or the profile's).")
  @Nullable String region;

  @Option(names = "--json", description = "Print JSON for scripts.")
  boolean json;

  @Spec @Nullable CommandSpec spec;

  StageVerb(CloudSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Does the work. */
  abstract Report run(Deployer deployer) throws Complaint, DeploymentFailed;

  @Override
  public Integer call() throws Complaint, DeploymentFailed, JsonProcessingException {
    Stage meant = parsed();
    Voice voice = json ? new SilentVoice() : new SpokenVoice(out(), surroundings);
    try (Aws aws = Aws.open(surroundings.access().to(surroundings.region(region)))) {
      Session session =
          Session.begin(
              aws,
              meant,
              surroundings.build(),
              voice,
              surroundings.waiting(),
              surroundings.clock());
      Report report = run(new Deployer(session));
      PrintWriter out = out();
      out.println(
          json
              ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report.json())
              : report.words());
      out.flush();
      return report.code();
    }
  }

  private Stage parsed() throws Complaint {
    try {
      return new Stage(stage);
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
  }

  private PrintWriter out() {
    CommandSpec set = spec;
    if (set == null) {
      throw new IllegalStateException("picocli sets the spec before it calls a verb");
    }
    return set.commandLine().getOut();
  }
}
