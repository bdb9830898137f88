package io.daybook.bench.cost;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items by key, and those that have an index's key by that. Not safe for several threads. */
final class MemoryTable {
  private record Key(String partition, String sort) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::partition).thenComparing(Key::sort);
  }

  /** An item's place in the index; two items may have the same key of the index. */
  private record IndexKey(Key index, Key item) {
    static final Comparator<IndexKey> ORDER =
        Comparator.comparing(IndexKey::index, Key.ORDER).thenComparing(IndexKey::item, Key.ORDER);
  }

  private final NavigableMap<Key, Map<String, AttributeValue>> items = new TreeMap<>(Key.ORDER);
  private final NavigableMap<IndexKey, Map<String, AttributeValue>> index =
      new TreeMap<>(IndexKey.ORDER);

  private static Key key(Map<String, AttributeValue> item) {
    return new Key(text(item, "pk"), text(item, "sk"));
  }

  private static Optional<IndexKey> indexKey(Map<String, AttributeValue> item) {
    return item.containsKey("d") && item.containsKey("r")
        ? Optional.of(new IndexKey(new Key(text(item, "d"), text(item, "r")), key(item)))
        : Optional.empty();
  }

  static String text(Map<String, AttributeValue> values, String name) {
    return requireNonNull(values.get(name), name).s();
  }

  Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    return Optional.ofNullable(items.get(key(key)));
  }

  void put(Map<String, AttributeValue> item) {
    remove(item);
    items.put(key(item), Map.copyOf(item));
    indexKey(item).ifPresent(place -> index.put(place, Map.copyOf(item)));
  }

  void remove(Map<String, AttributeValue> key) {
    get(key).flatMap(MemoryTable::indexKey).ifPresent(index::remove);
    items.remove(key(key));
  }

  /** The bytes of an item's image in the index, 0 if it has none. */
  static long indexBytes(Map<String, AttributeValue> item) {
    return indexKey(item).isPresent() ? ItemSize.of(item) : 0;
  }

  /** The items of a partition whose sort key is meant, in its order. */
  List<Map<String, AttributeValue>> query(String partition, Predicate<String> sort) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    for (var item : items.tailMap(new Key(partition, ""), true).entrySet()) {
      if (!item.getKey().partition().equals(partition)) {
        break;
      }
      if (sort.test(item.getKey().sort())) {
        found.add(item.getValue());
      }
    }
    return found;
  }

  /** The same by the index. */
  List<Map<String, AttributeValue>> queryIndex(String partition, Predicate<String> sort) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    IndexKey first = new IndexKey(new Key(partition, ""), new Key("", ""));
    for (var item : index.tailMap(first, true).entrySet()) {
      if (!item.getKey().index().partition().equals(partition)) {
        break;
      }
      if (sort.test(item.getKey().index().sort())) {
        found.add(item.getValue());
      }
    }
    return found;
  }
}
