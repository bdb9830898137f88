package io.daybook.storage.dynamodb;

import io.daybook.items.ItemValue;
import io.daybook.items.StoredItem;
import io.daybook.ledger.Bytes;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values made and read. */
final class Values {
  /** The name of every table's partition key. */
  static final String PARTITION = StoredItem.PARTITION;

  /** The name of every table's sort key. */
  static final String SORT = StoredItem.SORT;

  private Values() {}

  /** An item as the SDK carries it. */
  static Map<String, AttributeValue> of(StoredItem item) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    item.attributes().forEach((name, value) -> attributes.put(name, of(value)));
    return attributes;
  }

  private static AttributeValue of(ItemValue value) {
    return switch (value) {
      case ItemValue.Text text -> text(text.value());
      case ItemValue.Decimal number -> AttributeValue.fromN(number.digits());
      case ItemValue.Binary binary -> binary(binary.value().toArray());
    };
  }

  /** The inverse of {@link #of}; leaves out attributes of types that Daybook does not write, for a newer one may. */
  static StoredItem item(Map<String, AttributeValue> attributes) {
    Map<String, ItemValue> values = new HashMap<>();
    attributes.forEach((name, value) -> {
      switch (value.type()) {
        case S -> values.put(name, new ItemValue.Text(value.s()));
        case N -> values.put(name, new ItemValue.Decimal(value.n()));
        case B -> values.put(name, new ItemValue.Binary(Bytes.of(value.b().asByteArrayUnsafe())));
        case SS, NS, BS, M, L, BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> {}
      }
    });
    return new StoredItem(values);
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static AttributeValue binary(byte[] value) {
    return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value));
  }

  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(PARTITION, text(partition), SORT, text(sort));
  }

  static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.s() == null) {
      throw new IllegalArgumentException("item " + describe(item) + " has no text " + name);
    }
    return value.s();
  }

  static byte[] binary(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.b() == null) {
      throw new IllegalArgumentException("item " + describe(item) + " has no bytes " + name);
    }
    return value.b().asByteArrayUnsafe();
  }

  static long number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.n() == null) {
      throw new IllegalArgumentException("item " + describe(item) + " has no number " + name);
    }
    return Long.parseLong(value.n());
  }

  /** The key of an item, never its content. */
  private static String describe(Map<String, AttributeValue> item) {
    return item.get(PARTITION) + "/" + item.get(SORT);
  }
}
