package io.daybook.cloud.template;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.constructs.IConstruct;

/** Exceptions from cdk-nag's rules, each where it is made and with its reason. */
final class Nag {
  private Nag() {}

  /** A rule that does not fit a construct. */
  static void except(IConstruct construct, String rule, String reason) {
    NagSuppressions.addResourceSuppressions(
        construct,
        List.of(NagPackSuppression.builder().id("AwsSolutions-" + rule).reason(reason).build()),
        true);
  }

  /** A wildcard in a policy, told by a regular expression over what cdk-nag calls it ({@code Resource::…}). */
  static void exceptWildcard(IConstruct construct, String expression, String reason) {
    NagSuppressions.addResourceSuppressions(
        construct,
        List.of(
            NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason(reason)
                .appliesTo(List.of(RegexAppliesTo.builder().regex("/" + expression + "/").build()))
                .build()),
        true);
  }
}
