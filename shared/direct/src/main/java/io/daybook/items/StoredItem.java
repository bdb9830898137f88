package io.daybook.items;

import io.daybook.ledger.Bytes;
import java.util.Map;
import java.util.TreeMap;

/**
 * An item of a table, whoever carries it there.
 *
 * @param attributes by name
 */
public record StoredItem(Map<String, ItemValue> attributes) {
  /** The name of every table's partition key. */
  public static final String PARTITION = "pk";

  /** The name of every table's sort key. */
  public static final String SORT = "sk";

  /** Copies the attributes. */
  public StoredItem {
    attributes = Map.copyOf(attributes);
  }

  /** An item that is nothing but its key. */
  public static StoredItem key(String partition, String sort) {
    return new StoredItem(
        Map.of(PARTITION, new ItemValue.Text(partition), SORT, new ItemValue.Text(sort)));
  }

  /** The key of this item. */
  public StoredItem key() {
    return key(text(PARTITION), text(SORT));
  }

  /** The same with another attribute. */
  public StoredItem with(String name, ItemValue value) {
    Map<String, ItemValue> more = new TreeMap<>(attributes);
    more.put(name, value);
    return new StoredItem(more);
  }

  /** The same with a text. */
  public StoredItem with(String name, String text) {
    return with(name, new ItemValue.Text(text));
  }

  /** The same with a number. */
  public StoredItem with(String name, long number) {
    return with(name, new ItemValue.Decimal(Long.toString(number)));
  }

  /** The same with bytes. */
  public StoredItem with(String name, byte[] bytes) {
    return with(name, new ItemValue.Binary(Bytes.of(bytes)));
  }

  /** Whether there is an attribute of that name. */
  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  /**
   * A text.
   *
   * @throws IllegalArgumentException naming the item, if it has none of that name
   */
  public String text(String name) {
    if (attributes.get(name) instanceof ItemValue.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("item " + this + " has no text " + name);
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException naming the item, if it has none of that name
   */
  public long number(String name) {
    if (attributes.get(name) instanceof ItemValue.Decimal number) {
      return Long.parseLong(number.digits());
    }
    throw new IllegalArgumentException("item " + this + " has no number " + name);
  }

  /**
   * Bytes.
   *
   * @throws IllegalArgumentException naming the item, if it has none of that name
   */
  public byte[] bytes(String name) {
    if (attributes.get(name) instanceof ItemValue.Binary binary) {
      return binary.value().toArray();
    }
    throw new IllegalArgumentException("item " + this + " has no bytes " + name);
  }

  /** The key of the item, never its content. */
  @Override
  public String toString() {
    return wire(PARTITION) + "/" + wire(SORT);
  }

  private String wire(String name) {
    ItemValue value = attributes.get(name);
    return value == null ? "?" : value.wire();
  }
}
