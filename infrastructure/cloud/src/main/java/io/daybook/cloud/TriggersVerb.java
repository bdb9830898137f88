package io.daybook.cloud;

import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.Deployer;
import io.daybook.cloud.deployment.DeploymentFailed;
import io.daybook.cloud.deployment.Report;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code triggers}: pauses and resumes what wakes the functions that post. */
@Command(
    name = "triggers",
    mixinStandardHelpOptions = true,
    description = "Pause the stream triggers of a stage, resume them, or show how they are.")
final class TriggersVerb extends StageVerb {
  /** What to do with them; written small on the command line. */
  enum Act {
    /** Stop them. */
    PAUSE,
    /** Let them run. */
    RESUME,
    /** Only look. */
    SHOW;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "ACT", description = "One of: ${COMPLETION-CANDIDATES}.")
  Act act = Act.SHOW;

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
      case PAUSE -> deployer.pause(reason);
      case RESUME -> deployer.resume();
      case SHOW -> deployer.show();
    };
  }
}
