package io.daybook.cloud.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * What a change set will do to one resource.
 *
 * @param what what is done to it
 * @param logicalId its name in the template
 * @param type such as {@code AWS::Lambda::Function}
 * @param name its name in AWS; empty if it has none yet
 * @param properties what of it changes
 */
record PlannedChange(
    What what, String logicalId, String type, String name, List<String> properties) {
  /** Resources that hold what cannot be made again, or without which it cannot be read. */
  private static final Set<String> PRECIOUS =
      Set.of(
          "AWS::DynamoDB::Table",
          "AWS::DynamoDB::GlobalTable",
          "AWS::S3::Bucket",
          "AWS::KMS::Key",
          "AWS::KMS::ReplicaKey",
          "AWS::SecretsManager::Secret",
          "AWS::Cognito::UserPool");

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("AWS::DynamoDB::Table", "table"),
          Map.entry("AWS::DynamoDB::GlobalTable", "table"),
          Map.entry("AWS::S3::Bucket", "bucket"),
          Map.entry("AWS::KMS::Key", "key"),
          Map.entry("AWS::Lambda::Function", "function"),
          Map.entry("AWS::Lambda::Version", "function version"),
          Map.entry("AWS::Lambda::Alias", "function alias (traffic shifts)"),
          Map.entry("AWS::Lambda::EventSourceMapping", "stream trigger"),
          Map.entry("AWS::Lambda::Url", "web address"),
          Map.entry("AWS::Lambda::Permission", "permission to call a function"),
          Map.entry("AWS::IAM::Role", "role"),
          Map.entry("AWS::IAM::Policy", "policy of a role"),
          Map.entry("AWS::CloudWatch::Alarm", "alarm"),
          Map.entry("AWS::CloudWatch::Dashboard", "dashboard"),
          Map.entry("AWS::Logs::LogGroup", "log"),
          Map.entry("AWS::Events::Rule", "schedule"),
          Map.entry("AWS::Scheduler::Schedule", "schedule"),
          Map.entry("AWS::CodeDeploy::DeploymentGroup", "canary"),
          Map.entry("AWS::S3::BucketPolicy", "policy of a bucket"),
          Map.entry("AWS::SNS::Topic", "topic"),
          Map.entry("AWS::SQS::Queue", "queue"));

  /** What is done. */
  enum What {
    /** It is made. */
    ADDED,
    /** It changes in place. */
    CHANGED,
    /** Another takes its place, and it is removed. */
    REPLACED,
    /** The same, perhaps: CloudFormation cannot say beforehand. */
    PERHAPS_REPLACED,
    /** It is removed. */
    REMOVED,
    /** It leaves the stack and stays in the account. */
    LEFT_BEHIND;

    boolean loses() {
      return switch (this) {
        case REPLACED, PERHAPS_REPLACED, REMOVED, LEFT_BEHIND -> true;
        case ADDED, CHANGED -> false;
      };
    }
  }

  /** Copies the list. */
  PlannedChange {
    properties = List.copyOf(properties);
  }

  static PlannedChange of(ResourceChange change) {
    return new PlannedChange(
        what(change),
        change.logicalResourceId(),
        change.resourceType(),
        change.physicalResourceId() == null ? "" : change.physicalResourceId(),
        change.details().stream()
            .map(detail -> detail.target().name())
            .filter(name -> name != null)
            .distinct()
            .sorted()
            .toList());
  }

  private static What what(ResourceChange change) {
    String action = change.actionAsString();
    return switch (action) {
      case "Add", "Import" -> What.ADDED;
      case "Remove" ->
          "Retain".equals(change.policyActionAsString()) ? What.LEFT_BEHIND : What.REMOVED;
      case "Modify" ->
          switch (String.valueOf(change.replacementAsString())) {
            case "True" -> What.REPLACED;
            case "Conditional" -> What.PERHAPS_REPLACED;
            default -> What.CHANGED;
          };
      // Dynamic: a nested stack that cannot tell beforehand.
      default -> What.PERHAPS_REPLACED;
    };
  }

  /** Whether it would lose what cannot be made again. */
  boolean isLoss() {
    return what.loses() && PRECIOUS.contains(type);
  }

  /** Its kind in plain words. */
  String kind() {
    return KINDS.getOrDefault(type, type.replaceFirst("^AWS::", "").replace("::", " "));
  }

  /** "table Ledger1A2B (ledger-1)". */
  String title() {
    return kind()
        + " "
        + logicalId
        + (name.isEmpty() || name.equals(logicalId) ? "" : " (" + name + ")");
  }
}
