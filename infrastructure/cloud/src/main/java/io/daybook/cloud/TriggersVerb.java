package io.daybook.cloud;

import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.Deployer;
import io.daybook.cloud.deployment.DeploymentFailed;
import io.daybook.cloud.deployment.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code triggers}: pauses and resumes what wakes the functions that post. */
@Command(
    name = "triggers",
    mixinStandardHelpOptions = true,
    description = "Pause the stream triggers of a stage, resume them, or show how they are.")
final class TriggersVerb extends StageVerb {
  /** What to do with them. */
  enum Act {
    /** Stop them. */
    pause,
    /** Let them run. */
    resume,
    /** Only look. */
    show
  }

  @Parameters(paramLabel = "ACT", description = "One of: ${COMPLETION-CANDIDATES}.")
  Act act = Act.show;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for whoever finds them paused.")
  String reason = "asked for by hand";

  TriggersVerb(CloudSurroundings surroundings) {
    super(surroundings);
  }

  @Override
  Report run(Deployer deployer) throws Complaint, DeploymentFailed {
    return switch (act) {
      case pause -> deployer.pause(reason);
      case resume -> deployer.resume();
      case show -> deployer.show();
    };
  }
}
