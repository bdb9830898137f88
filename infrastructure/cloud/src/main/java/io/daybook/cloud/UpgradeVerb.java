package io.daybook.cloud;

import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.Deployer;
import io.daybook.cloud.deployment.DeploymentFailed;
import io.daybook.cloud.deployment.Report;
import picocli.CommandLine.Command;

/** {@code upgrade}: brings a stage to the next release. */
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description =
        "Bring a stage to this release: checked first, a part of the traffic first, turned back by an alarm.")
final class UpgradeVerb extends SynthesisingVerb {
  UpgradeVerb(CloudSurroundings surroundings) {
    super(surroundings);
  }

  @Override
  Report run(Deployer deployer) throws Complaint, DeploymentFailed {
    return deployer.upgrade(synthesis(), context, options());
  }
}
