package io.daybook.cloud.template;

import io.daybook.catalogue.Access;
import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Table;
import java.util.Map;
import java.util.TreeMap;

/** What functions find in their environment: names, never secrets. */
final class Variables {
  /** Where the portal is, without a stroke at the end; for those that tell people. */
  static final String PORTAL = "DAYBOOK_PORTAL_URL";

  /** What webhook addresses begin with, without a stroke at the end; for those that have platforms connected. */
  static final String WEBHOOKS = "DAYBOOK_WEBHOOKS_URL";

  private Variables() {}

  /** What every function finds. */
  static Map<String, String> of(Stage stage, Keys keys, TableSet tables, BucketSet buckets) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("DAYBOOK_INBOX_TABLE", tables.get(Table.INBOX).getTableName());
    variables.put("DAYBOOK_LEDGER_TABLE", tables.get(Table.LEDGER).getTableName());
    variables.put("DAYBOOK_STATE_TABLE", tables.get(Table.STATE).getTableName());
    variables.put("DAYBOOK_BODIES_BUCKET", buckets.get(Bucket.BODIES).getBucketName());
    variables.put("DAYBOOK_STATEMENTS_BUCKET", buckets.get(Bucket.STATEMENTS).getBucketName());
    variables.put("DAYBOOK_KEY_ID", keys.secrets().getKeyArn());
    variables.put("DAYBOOK_FUNCTION_PREFIX", stage.prefix());
    return variables;
  }

  /** What those find that tell people: the topic, and the address that mail comes from, if there is one. */
  static Map<String, String> forNotices(Stage stage, TopicSet topics, FunctionSpec function) {
    Map<String, String> variables = new TreeMap<>();
    for (Access access : function.touches()) {
      if (access instanceof Access.OnNotices) {
        variables.put("DAYBOOK_NOTICES_TOPIC", topics.notices().getTopicArn());
      }
      if (access instanceof Access.OnDrops) {
        variables.put("DAYBOOK_DROPS_BUCKET", Names.bucket(stage, Bucket.DROPS));
      }
      if (access instanceof Access.OnMail) {
        stage.mailFrom().ifPresent(from -> variables.put("DAYBOOK_MAIL_FROM", from));
      }
    }
    return variables;
  }

  static Map<String, String> with(Map<String, String> first, Map<String, String> second) {
    Map<String, String> both = new TreeMap<>(first);
    both.putAll(second);
    return both;
  }
}
