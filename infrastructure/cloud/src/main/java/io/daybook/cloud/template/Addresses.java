package io.daybook.cloud.template;

import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import java.util.Optional;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.lambda.InvokeMode;
import software.constructs.Construct;

/**
 * Where platforms and people reach the hub (docs/decisions/0017): the functions' own addresses, or a name of one's own in
 * front of them. The addresses are open to everybody; {@code ingest} believes signatures and {@code portal} sessions.
 */
final class Addresses {
  private final FunctionUrl ingest;
  private final FunctionUrl portal;
  private final Optional<Edge> edge;

  Addresses(Construct scope, Stage stage, FunctionSet functions, BucketSet buckets) {
    this.ingest = address(functions, Catalogue.INGEST);
    this.portal = address(functions, Catalogue.PORTAL);
    this.edge =
        stage
            .domain()
            .map(domain ->
                new Edge(scope, domain, host(ingest), host(portal), buckets.get(Bucket.ACCESS)));
  }

  /** What webhook addresses begin with, ending in {@code /}. */
  String webhooks() {
    return edge.map(Edge::address).orElseGet(ingest::getUrl);
  }

  /** Where people find the portal, ending in {@code /}. */
  String portal() {
    return edge.map(Edge::address).orElseGet(portal::getUrl);
  }

  Optional<Edge> edge() {
    return edge;
  }

  /** Both permissions that an open address needs, CDK adds. */
  private static FunctionUrl address(FunctionSet functions, FunctionSpec function) {
    return functions
        .alias(function)
        .addFunctionUrl(
            FunctionUrlOptions.builder()
                .authType(FunctionUrlAuthType.NONE)
                .invokeMode(InvokeMode.BUFFERED)
                .build());
  }

  /** The host in {@code https://host/}. */
  private static String host(FunctionUrl address) {
    return Fn.select(2, Fn.split("/", address.getUrl()));
  }
}
