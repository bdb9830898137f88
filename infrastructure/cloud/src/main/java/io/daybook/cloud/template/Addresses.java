package io.daybook.cloud.template;

import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Trigger;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.lambda.InvokeMode;
import software.constructs.Construct;

/**
 * Where platforms and people reach the hub (docs/decisions/0017): the addresses of the functions that HTTP wakes, or a name
 * of one's own in front of them. They are open to everybody; {@code ingest} believes signatures and {@code portal}
 * sessions.
 */
final class Addresses {
  private final SortedMap<String, String> hosts = new TreeMap<>();
  private final Optional<Edge> edge;

  Addresses(Construct scope, Stage stage, FunctionSet functions, BucketSet buckets) {
    for (FunctionSpec function : Catalogue.all()) {
      if (function.triggers().stream().anyMatch(Trigger.Http.class::isInstance)) {
        hosts.put(function.name(), host(address(functions, function)));
      }
    }
    this.edge =
        stage
            .domain()
            .map(domain ->
                new Edge(
                    scope,
                    domain,
                    of(Catalogue.INGEST),
                    of(Catalogue.PORTAL),
                    buckets.get(Bucket.ACCESS)));
  }

  /** What webhook addresses begin with, ending in {@code /}. */
  String webhooks() {
    return hub() + "/";
  }

  /** The same, without a stroke at the end. */
  String hub() {
    return address(Catalogue.INGEST);
  }

  /** Where people find the portal, without a stroke at the end. */
  String portal() {
    return address(Catalogue.PORTAL);
  }

  Optional<Edge> edge() {
    return edge;
  }

  private String address(FunctionSpec function) {
    return "https://" + edge.map(Edge::name).orElseGet(() -> of(function));
  }

  /** A function without an address of its own is not reached; who asks for it reaches {@code ingest}, which says so. */
  private String of(FunctionSpec function) {
    return Optional.ofNullable(hosts.get(function.name()))
        .or(() -> Optional.ofNullable(hosts.get(Catalogue.INGEST.name())))
        .orElseThrow();
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
