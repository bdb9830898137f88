package io.daybook.cloud.template;

import io.daybook.catalogue.Access;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.RecursiveLoop;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The functions, each with a role and a log group of its own, a published version and the alias that everything calls.
 *
 * <p>Not traced: X-Ray costs $5 per million traces, ingest has one call worth tracing, and what a batch of messages did is
 * in the books themselves. Not signed: a signing profile would say that an archive was built by whoever may deploy it,
 * which the artifacts bucket and the hash in its name say already (docs/cloud.md).
 */
final class FunctionSet {
  private record Made(Function function, Alias alias) {}

  private final Construct scope;
  private final Stage stage;
  private final Keys keys;
  private final Archives archives;
  private final Map<String, String> variables;
  private final Map<String, Made> functions = new LinkedHashMap<>();

  FunctionSet(
      Construct scope,
      Stage stage,
      Keys keys,
      TableSet tables,
      BucketSet buckets,
      TopicSet topics,
      Archives archives) {
    this.scope = scope;
    this.stage = stage;
    this.keys = keys;
    this.archives = archives;
    this.variables = Variables.of(stage, keys, tables, buckets);
    for (FunctionSpec spec : Catalogue.all()) {
      PolicyDocument calls = RoleStatements.of(stage, keys, buckets, topics, tables, spec);
      Map<String, String> environment =
          Variables.with(variables, Variables.forNotices(stage, topics, spec));
      functions.put(spec.name(), make(spec, Roles.make(scope, spec, calls), environment));
    }
  }

  Alias alias(FunctionSpec function) {
    return made(function).alias();
  }

  Function function(FunctionSpec function) {
    return made(function).function();
  }

  /**
   * Those that tell people say where to look, and whoever has platforms connected says where their webhooks go. The portal
   * itself knows its own address only where that is a name of one's own: the address of its function cannot be told to it
   * before it is made, and is the name that it is asked under.
   */
  void tell(Addresses addresses) {
    for (FunctionSpec spec : Catalogue.all()) {
      if (spec.touches().stream().anyMatch(Access.OnNotices.class::isInstance)) {
        function(spec).addEnvironment(Variables.PORTAL, addresses.portal());
      }
      if (connects(spec)) {
        function(spec).addEnvironment(Variables.WEBHOOKS, addresses.hub());
        addresses
            .edge()
            .ifPresent(_ -> function(spec).addEnvironment(Variables.PORTAL, addresses.portal()));
      }
    }
  }

  private static boolean connects(FunctionSpec spec) {
    return spec.touches().stream()
        .anyMatch(access ->
            access instanceof Access.OnFunction(String called, _)
                && called.equals(Catalogue.ACT.name()));
  }

  private Made made(FunctionSpec function) {
    return Optional.ofNullable(functions.get(function.name())).orElseThrow();
  }

  private Made make(FunctionSpec spec, Role role, Map<String, String> environment) {
    String id = Names.id(spec.name());
    Function.Builder function =
        Function.Builder.create(scope, id + "Function")
            .functionName(Names.function(stage, spec))
            .description(spec.purpose())
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .code(Code.fromAsset(archives.find(spec.archive()).toString()))
            .handler(spec.handler())
            .memorySize(spec.memoryMegabytes())
            .timeout(Duration.seconds(spec.timeout().toSeconds()))
            .environment(environment)
            .role(role.withoutPolicyUpdates())
            .logGroup(log(spec))
            .loggingFormat(LoggingFormat.JSON)
            // START, END and REPORT would cost $1.30 per million orders (PLATFORMS.md 6.1).
            .systemLogLevelV2(SystemLogLevel.WARN)
            .applicationLogLevelV2(ApplicationLogLevel.INFO);
    switch (spec.start()) {
      case SNAPSHOT -> function.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
      case PLAIN -> {
        // Nobody waits for it.
      }
    }
    if (spec.equals(Catalogue.INGEST) && stage.ingestReserved() > 0) {
      function.reservedConcurrentExecutions(stage.ingestReserved());
    }
    if (callsItself(spec)) {
      // It hands what its time did not suffice for to itself, which Lambda would stop at the 16th
      // time.
      function.recursiveLoop(RecursiveLoop.ALLOW);
    }
    Function made = function.build();
    if (made.getNode().getDefaultChild() instanceof CfnFunction waiting) {
      // CDK has it wait for its role twice.
      waiting.addDeletionOverride("DependsOn");
    }
    return new Made(made, made.addAlias(Settings.ALIAS));
  }

  private LogGroup log(FunctionSpec spec) {
    return LogGroup.Builder.create(scope, Names.id(spec.name()) + "Log")
        .logGroupName(Names.logs(stage) + spec.name())
        .retention(Retention.days(Settings.LOGS_KEPT))
        .encryptionKey(keys.data())
        .removalPolicy(Removal.of(stage))
        .build();
  }

  private static boolean callsItself(FunctionSpec spec) {
    return spec.touches().stream()
        .anyMatch(access ->
            access instanceof Access.OnFunction(String called, _) && called.equals(spec.name()));
  }
}
