package io.daybook.cloud.template;

import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.Table;
import software.amazon.awscdk.CfnOutput;
import software.constructs.Construct;

/** What whoever deploys, connects or restores must know of the stack. Names are a contract with the deployment's verbs. */
public final class Outputs {
  /** What webhook addresses begin with. */
  public static final String WEBHOOKS = "WebhookBaseUrl";

  /** Where people find the portal. */
  public static final String PORTAL = "PortalUrl";

  /** Where a domain of one's own must point; only with one. */
  public static final String DOMAIN_TARGET = "DomainTarget";

  /** The topic of alarms, for those who run the hub. */
  public static final String ALARMS = "AlarmsTopic";

  /** The topic of notices, for those whose books it keeps. */
  public static final String NOTICES = "NoticesTopic";

  /** The key that connection secrets are enciphered under. */
  public static final String KEY = "SecretsKey";

  private Outputs() {}

  /** The output with a table's name. */
  public static String table(Table table) {
    return Names.id(table.word()) + "Table";
  }

  /** The output with a bucket's name. */
  public static String bucket(Bucket bucket) {
    return Names.id(bucket.word()) + "Bucket";
  }

  /** The output with the id of a function's stream trigger. */
  public static String trigger(String function) {
    return Names.id(function) + "TriggerId";
  }

  static void make(
      Construct scope,
      Addresses addresses,
      TableSet tables,
      BucketSet buckets,
      TopicSet topics,
      Keys keys,
      StreamTriggers triggers) {
    put(scope, WEBHOOKS, addresses.webhooks(), "What webhook addresses begin with");
    put(scope, PORTAL, addresses.portal() + "/", "Where people find the portal");
    addresses
        .edge()
        .ifPresent(edge -> put(scope, DOMAIN_TARGET, edge.target(), "Where the domain must point"));
    for (Table table : Table.values()) {
      put(scope, table(table), tables.get(table).getTableName(), "A table's name");
    }
    for (Bucket bucket : Bucket.values()) {
      put(scope, bucket(bucket), buckets.get(bucket).getBucketName(), "A bucket's name");
    }
    put(scope, ALARMS, topics.alarms().getTopicArn(), "Subscribe to be woken");
    put(scope, NOTICES, topics.notices().getTopicArn(), "Subscribe to be told");
    put(scope, KEY, keys.secrets().getKeyArn(), "Enciphers connection secrets");
    triggers
        .all()
        .forEach((function, trigger) ->
            put(scope, trigger(function), trigger.getRef(), "Paused and resumed by upgrade"));
  }

  /** An output's id is its name; the construct needs another, for tables and buckets have taken those. */
  private static void put(Construct scope, String name, String value, String description) {
    CfnOutput output =
        CfnOutput.Builder.create(scope, "Output" + name)
            .value(value)
            .description(description)
            .build();
    output.overrideLogicalId(name);
  }
}
