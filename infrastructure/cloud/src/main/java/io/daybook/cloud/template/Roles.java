package io.daybook.cloud.template;

import io.daybook.catalogue.FunctionSpec;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * A role for each function, which allows what the catalogue says and nothing else: it is handed on so that CDK cannot add
 * to it.
 */
final class Roles {
  private static final String LOG_STREAMS =
      "A function names its log streams itself; the statement is confined to its own log group.";
  private static final String OBJECTS =
      "Objects are named by book, day and digest; the statement is confined to the one bucket and the one call.";
  private static final String STREAMS =
      "ListStreams takes a pattern only; it is confined to the one table's streams, as AWS's own policy template is.";

  private Roles() {}

  static Role make(Construct scope, FunctionSpec function, PolicyDocument calls) {
    Role role =
        Role.Builder.create(scope, Names.id(function.name()) + "Role")
            .description("What " + function.name() + " may call")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .inlinePolicies(Map.of("calls", calls))
            .build();
    Nag.exceptWildcard(role, "^Resource::arn:.*:log-group:.*:\\*$", LOG_STREAMS);
    Nag.exceptWildcard(role, "^Resource::.*Bucket.*\\/\\*$", OBJECTS);
    Nag.exceptWildcard(role, "^Resource::arn:.*\\/stream\\/\\*$", STREAMS);
    return role;
  }
}
