package io.daybook.cloud.deployment;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Where we are and who we are.
 *
 * @param id the account's twelve digits
 * @param region such as {@code eu-central-1}
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov}
 * @param domain what the addresses of its services end with, such as {@code amazonaws.com}
 * @param who the ARN of the person or role that deploys
 */
public record Account(String id, String region, String partition, String domain, String who) {
  /** Asks AWS; needs no permission, so that what fails here are the credentials. */
  static Account of(Aws aws) {
    GetCallerIdentityResponse caller = Action.WHO_AM_I.call(() -> aws.sts().getCallerIdentity());
    Region region = aws.region();
    return new Account(
        caller.account(),
        region.id(),
        region.metadata().partition().id(),
        region.metadata().partition().dnsSuffix(),
        caller.arn());
  }

  /** The bucket of templates, archives and records. */
  String artifactsBucket() {
    return "daybook-artifacts-" + id + "-" + region;
  }

  /** A text of CDK with its placeholders filled. */
  String fill(String text) {
    return text.replace("${AWS::AccountId}", id)
        .replace("${AWS::Region}", region)
        .replace("${AWS::Partition}", partition);
  }
}
