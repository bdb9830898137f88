package io.daybook.bench.cost;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A query's key condition, of those that the hub asks: a partition, and at most one condition on the sort key.
 *
 * @param partition its key
 * @param sort whether a sort key is meant
 */
record KeyCondition(String partition, Predicate<String> sort) {
  private static final Pattern WHOLE =
      Pattern.compile("(?<pk>\\w+) = (?<partition>:\\w+)(?: AND (?<sort>.+))?");
  private static final Pattern COMPARED =
      Pattern.compile("\\w+ (?<operator><|<=|>|>=) (?<bound>:\\w+)");
  private static final Pattern BETWEEN =
      Pattern.compile("\\w+ BETWEEN (?<low>:\\w+) AND (?<high>:\\w+)");
  private static final Pattern BEGINS = Pattern.compile("begins_with\\(\\w+, (?<prefix>:\\w+)\\)");

  static KeyCondition parse(String expression, Map<String, AttributeValue> values) {
    Matcher whole = WHOLE.matcher(expression);
    if (!whole.matches()) {
      throw new IllegalArgumentException("a query of the hub never asks '" + expression + "'");
    }
    String partition = MemoryTable.text(values, whole.group("partition"));
    String sort = whole.group("sort");
    return new KeyCondition(partition, sort == null ? any -> true : sort(sort, values));
  }

  private static Predicate<String> sort(String text, Map<String, AttributeValue> values) {
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches()) {
      String bound = MemoryTable.text(values, compared.group("bound"));
      return switch (compared.group("operator")) {
        case "<" -> key -> key.compareTo(bound) < 0;
        case "<=" -> key -> key.compareTo(bound) <= 0;
        case ">" -> key -> key.compareTo(bound) > 0;
        default -> key -> key.compareTo(bound) >= 0;
      };
    }
    Matcher between = BETWEEN.matcher(text);
    if (between.matches()) {
      String low = MemoryTable.text(values, between.group("low"));
      String high = MemoryTable.text(values, between.group("high"));
      return key -> key.compareTo(low) >= 0 && key.compareTo(high) <= 0;
    }
    Matcher begins = BEGINS.matcher(text);
    if (begins.matches()) {
      String prefix = MemoryTable.text(values, begins.group("prefix"));
      return key -> key.startsWith(prefix);
    }
    throw new IllegalArgumentException("a query of the hub never asks '" + text + "'");
  }
}
