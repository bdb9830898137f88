package io.daybook.cloud;

import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.Deployer;
import io.daybook.cloud.deployment.DeploymentFailed;
import io.daybook.cloud.deployment.Report;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rollback}: goes back to a release that ran before. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Go back to the release before, or to another that ran.")
final class RollbackVerb extends ChangingVerb {
  @Option(
      names = "--to",
      paramLabel = "N",
      description = "The release's number (default: the one before).")
  @Nullable Integer to;

  @Option(
      names = "--continue",
      description = "Let CloudFormation finish a way back that failed (UPDATE_ROLLBACK_FAILED).")
  boolean goOn;

  RollbackVerb(CloudSurroundings surroundings) {
    super(surroundings);
  }

  @Override
  Report run(Deployer deployer) throws Complaint, DeploymentFailed {
    if (goOn) {
      return deployer.continueRollback();
    }
    Integer number = to;
    return deployer.rollback(
        number == null ? OptionalInt.empty() : OptionalInt.of(number), options());
  }
}
