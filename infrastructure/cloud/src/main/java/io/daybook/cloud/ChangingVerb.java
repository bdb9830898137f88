package io.daybook.cloud;

import io.daybook.cloud.deployment.Options;
import io.daybook.cloud.deployment.Options.Agreement;
import io.daybook.cloud.deployment.Options.Pausing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the verbs that bring a release into use share. */
abstract class ChangingVerb extends StageVerb {
  @Option(names = "--yes", description = "Go ahead without asking once the changes are shown.")
  boolean yes;

  @Option(
      names = "--may-lose",
      paramLabel = "ID",
      description =
          "A table, bucket or key, by its logical id, that may be replaced or removed. Repeatable.")
  List<String> mayLose = List.of();

  @Option(
      names = "--despite",
      paramLabel = "NAME",
      description = "A finding that is known and does not stop it. Repeatable.")
  List<String> despite = List.of();

  @Option(
      names = "--pause-triggers",
      description = "Stream triggers stand still meanwhile; they are resumed whatever happens.")
  boolean pauseTriggers;

  @Option(
      names = "--service-role",
      paramLabel = "ARN",
      description =
          "The role that CloudFormation works under (default: the rights of who deploys).")
  @Nullable String serviceRole;

  ChangingVerb(CloudSurroundings surroundings) {
    super(surroundings);
  }

  final Options options() {
    return new Options(
        yes ? Agreement.GIVEN : Agreement.ASKED,
        Set.copyOf(mayLose),
        Set.copyOf(despite),
        pauseTriggers ? Pausing.ALWAYS : Pausing.WHERE_NEEDED,
        Optional.ofNullable(serviceRole));
  }
}
