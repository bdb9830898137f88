package io.daybook.cloud;

import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.Deployer;
import io.daybook.cloud.deployment.Deployer.Remains;
import io.daybook.cloud.deployment.DeploymentFailed;
import io.daybook.cloud.deployment.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy}: makes a stage in an AWS account. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = "Make a stage in an AWS account; where it runs already, upgrade it.")
final class DeployVerb extends SynthesisingVerb {
  @Option(
      names = "--delete-failed",
      description = "Delete what is left of a first deployment that failed, and deploy anew.")
  boolean deleteFailed;

  DeployVerb(CloudSurroundings surroundings) {
    super(surroundings);
  }

  @Override
  Report run(Deployer deployer) throws Complaint, DeploymentFailed {
    return deployer.deploy(
        synthesis(), context, options(), deleteFailed ? Remains.DELETED : Remains.LEFT);
  }
}
