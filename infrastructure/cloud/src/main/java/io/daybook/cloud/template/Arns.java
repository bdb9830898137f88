package io.daybook.cloud.template;

import software.amazon.awscdk.Aws;

/** ARNs by name, in the stack's own account and region: a role that names what it may touch waits for nothing. */
final class Arns {
  private Arns() {}

  static String table(String name) {
    return of("dynamodb", "table/" + name);
  }

  static String index(String table, String index) {
    return table(table) + "/index/" + index;
  }

  static String function(String name) {
    return of("lambda", "function:" + name);
  }

  static String of(String service, String resource) {
    return "arn:"
        + Aws.PARTITION
        + ":"
        + service
        + ":"
        + Aws.REGION
        + ":"
        + Aws.ACCOUNT_ID
        + ":"
        + resource;
  }
}
