package io.daybook.cloud.template;

import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Table;
import io.daybook.catalogue.TableSpec;
import java.util.Arrays;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;

/** What things are called. */
final class Names {
  /** The role that a person makes, by that name, to change what nobody may change; it does not exist until then. */
  static final String BREAK_GLASS = "break-glass";

  private Names() {}

  static String table(Stage stage, Table table) {
    return TableSpec.of(table).name(stage.prefix(), stage.generation());
  }

  /** The same table as it would be called after a restore. */
  static String nextTable(Stage stage, Table table) {
    return TableSpec.of(table).name(stage.prefix(), stage.generation() + 1);
  }

  static String function(Stage stage, FunctionSpec function) {
    return stage.prefix() + function.name();
  }

  /** With the account and region, for buckets share one space of names. */
  static String bucket(Stage stage, Bucket bucket) {
    return stage.prefix() + bucket.word() + "-" + Aws.ACCOUNT_ID + "-" + Aws.REGION;
  }

  /** What the names of a stage's log groups begin with. */
  static String logs(Stage stage) {
    return "/daybook/" + stage.name() + "/";
  }

  /** {@code iterator-age} as {@code IteratorAge}: a logical id. */
  static String id(String name) {
    return Arrays.stream(name.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
