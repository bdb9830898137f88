package io.daybook.storage.dynamodb;

import io.daybook.items.ListItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lists of names (books, connections, days) as items of {@code state}, each written before the first thing of its name is
 * stored. What this process wrote it does not write again.
 */
final class Registry {
  private final DynamoDbClient client;
  private final String table;
  private final Set<List<String>> written = ConcurrentHashMap.newKeySet();

  Registry(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Puts a name on a list; when this returns, it is there. */
  void write(String list, String name) {
    if (!written.contains(List.of(list, name))) {
      Calls.call(
          "list " + name + " in " + list,
          () ->
              client.putItem(
                  request -> request.tableName(table).item(Values.of(ListItem.of(list, name)))));
      written.add(List.of(list, name));
    }
  }

  /** The names of a list that begin with a prefix, strongly consistent. */
  List<String> names(String list, String prefix) {
    return Calls.call(
        "read " + list,
        () -> {
          List<String> names = new ArrayList<>();
          client
              .queryPaginator(request ->
                  request
                      .tableName(table)
                      .consistentRead(true)
                      .keyConditionExpression(
                          prefix.isEmpty() ? "pk = :list" : "pk = :list AND begins_with(sk, :p)")
                      .expressionAttributeValues(values(list, prefix)))
              .items()
              .forEach(item -> names.add(Values.text(item, Values.SORT)));
          return names;
        });
  }

  private static Map<String, AttributeValue> values(String list, String prefix) {
    return prefix.isEmpty()
        ? Map.of(":list", Values.text(list))
        : Map.of(":list", Values.text(list), ":p", Values.text(prefix));
  }
}
