package io.daybook.cloud.template;

import io.daybook.catalogue.Access.OnDrops;
import io.daybook.catalogue.Access.OnFunction;
import io.daybook.catalogue.Access.OnKey;
import io.daybook.catalogue.Access.OnLargeBodies;
import io.daybook.catalogue.Access.OnMail;
import io.daybook.catalogue.Access.OnNotices;
import io.daybook.catalogue.Access.OnStatements;
import io.daybook.catalogue.Access.OnTable;
import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Justification;
import io.daybook.catalogue.Settings;
import io.daybook.catalogue.Table;
import io.daybook.catalogue.TableSpec;
import io.daybook.catalogue.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * The statements of a function's role: one for each action of the catalogue, under the name of its reason; and what AWS
 * itself does in the function's name: reads its stream, puts aside what failed, writes its log, uses the data key.
 */
final class RoleStatements {
  /** DynamoDB asks these of whoever reads a table under a customer's key, and more of whoever writes it. */
  private static final List<String> KEY_FOR_READING = List.of("kms:Decrypt", "kms:DescribeKey");

  private static final List<String> KEY_FOR_WRITING =
      List.of("kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo");

  private final Stage stage;
  private final Keys keys;
  private final BucketSet buckets;
  private final TopicSet topics;
  private final FunctionSpec function;
  private final List<PolicyStatement> statements = new ArrayList<>();

  private RoleStatements(
      Stage stage, Keys keys, BucketSet buckets, TopicSet topics, FunctionSpec function) {
    this.stage = stage;
    this.keys = keys;
    this.buckets = buckets;
    this.topics = topics;
    this.function = function;
  }

  /** The policy of a function's role. */
  static PolicyDocument of(
      Stage stage,
      Keys keys,
      BucketSet buckets,
      TopicSet topics,
      TableSet tables,
      FunctionSpec function) {
    RoleStatements policy = new RoleStatements(stage, keys, buckets, topics, function);
    Justification.of(function).forEach(policy::call);
    policy.streams(tables);
    policy.failures();
    policy.dataKey();
    policy.log();
    return PolicyDocument.Builder.create().statements(policy.statements).build();
  }

  private void call(Justification call) {
    switch (call.access()) {
      case OnTable(Table table, _) -> allow(call, "dynamodb", tableArns(table, call.action()));
      case OnStatements _ -> allow(call, "s3", bucketArns(Bucket.STATEMENTS, call.action()));
      case OnDrops _ -> allow(call, "s3", bucketArns(Bucket.DROPS, call.action()));
      case OnLargeBodies _ -> allow(call, "s3", bucketArns(Bucket.BODIES, call.action()));
      case OnKey _ ->
          // The hub enciphers under book and connection, and nothing else is deciphered with its
          // key.
          allow(
              call.title(),
              List.of("kms:" + call.action()),
              List.of(keys.secrets().getKeyArn()),
              Map.of(
                  "Null",
                  Map.of(
                      "kms:EncryptionContext:book", "false",
                      "kms:EncryptionContext:connection", "false")));
      case OnFunction(String called, _) ->
          allow(
              call,
              "lambda",
              List.of(Arns.function(stage.prefix() + called) + ":" + Settings.ALIAS));
      case OnMail _ -> stage.mailFrom().ifPresent(from -> mail(call, from));
      case OnNotices _ -> allow(call, "sns", List.of(topics.notices().getTopicArn()));
    }
  }

  private List<String> tableArns(Table table, String action) {
    Set<String> arns = new LinkedHashSet<>();
    for (String name : List.of(Names.table(stage, table), Names.nextTable(stage, table))) {
      arns.add(Arns.table(name));
      if (action.equals("Query")) {
        TableSpec.of(table).index().ifPresent(index -> arns.add(Arns.index(name, index.name())));
      }
    }
    return List.copyOf(arns);
  }

  private List<String> bucketArns(Bucket bucket, String action) {
    String arn = buckets.get(bucket).getBucketArn();
    return List.of(action.equals("ListBucket") ? arn : arn + "/*");
  }

  /** The identity is the address, or its whole domain, whichever was verified. */
  private void mail(Justification call, String from) {
    String domain = from.substring(from.indexOf('@') + 1);
    allow(
        call.title(),
        List.of("ses:" + call.action()),
        List.of(Arns.of("ses", "identity/" + from), Arns.of("ses", "identity/" + domain)),
        Map.of("StringEquals", Map.of("ses:FromAddress", from)));
  }

  private void streams(TableSet tables) {
    for (Trigger.Stream stream : StreamTriggers.of(function)) {
      String table = Names.id(stream.table().word());
      String arn = tables.get(stream.table()).getTableStreamArn();
      allow(
          "WokenBy" + table,
          List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
          List.of(arn == null ? "" : arn),
          Map.of());
      allow(
          "FindStreamOf" + table,
          List.of("dynamodb:ListStreams"),
          List.of(Arns.table(Names.table(stage, stream.table())) + "/stream/*"),
          Map.of());
    }
  }

  /** What no retry delivered, Lambda puts aside with the function's own role. */
  private void failures() {
    if (StreamTriggers.of(function).isEmpty() && !Schedules.isCalled(function)) {
      return;
    }
    String arn = buckets.get(Bucket.FAILURES).getBucketArn();
    allow("PutAsideWhatFailed", List.of("s3:PutObject"), List.of(arn + "/*"), Map.of());
    allow("FindWhereToPutAside", List.of("s3:ListBucket"), List.of(arn), Map.of());
  }

  /** The data key, through the services that keep something under it, never directly. */
  private void dataKey() {
    Set<String> tables = new LinkedHashSet<>();
    Set<String> objects = new LinkedHashSet<>();
    Set<String> notices = new LinkedHashSet<>();
    for (Justification call : Justification.of(function)) {
      switch (call.access()) {
        case OnTable _ -> {
          tables.addAll(KEY_FOR_READING);
          if (!call.action().equals("GetItem") && !call.action().equals("Query")) {
            tables.addAll(KEY_FOR_WRITING);
          }
        }
        case OnStatements _, OnLargeBodies _, OnDrops _ ->
            objects.addAll(keyForObjects(call.action()));
        case OnNotices _ -> notices.addAll(List.of("kms:Decrypt", "kms:GenerateDataKey"));
        case OnKey _, OnFunction _, OnMail _ -> {
          // Nothing of theirs lies under the data key.
        }
      }
    }
    if (!StreamTriggers.of(function).isEmpty()) {
      tables.addAll(KEY_FOR_READING);
    }
    if (!StreamTriggers.of(function).isEmpty() || Schedules.isCalled(function)) {
      objects.addAll(keyForObjects("PutObject"));
    }
    through("DataKeyForTables", "dynamodb", tables);
    through("DataKeyForObjects", "s3", objects);
    through("DataKeyForNotices", "sns", notices);
  }

  private static List<String> keyForObjects(String action) {
    return switch (action) {
      case "PutObject" -> List.of("kms:GenerateDataKey");
      case "GetObject" -> List.of("kms:Decrypt");
      default -> List.of();
    };
  }

  private void through(String title, String service, Set<String> actions) {
    if (!actions.isEmpty()) {
      allow(
          title,
          List.copyOf(actions),
          List.of(keys.data().getKeyArn()),
          Map.of(
              "StringEquals",
              Map.of("kms:ViaService", service + "." + Aws.REGION + ".amazonaws.com")));
    }
  }

  private void log() {
    allow(
        "WriteOwnLog",
        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
        List.of(Arns.of("logs", "log-group:" + Names.logs(stage) + function.name() + ":*")),
        Map.of());
  }

  private void allow(Justification call, String service, List<String> resources) {
    allow(call.title(), List.of(service + ":" + call.action()), resources, Map.of());
  }

  private void allow(
      String title, List<String> actions, List<String> resources, Map<String, ?> conditions) {
    PolicyStatement.Builder statement =
        PolicyStatement.Builder.create()
            .sid(title)
            .effect(Effect.ALLOW)
            .actions(actions)
            .resources(resources);
    if (!conditions.isEmpty()) {
      statement.conditions(conditions);
    }
    statements.add(statement.build());
  }
}
