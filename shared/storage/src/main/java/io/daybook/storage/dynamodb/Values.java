package io.daybook.storage.dynamodb;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values made and read. */
final class Values {
  /** The name of every table's partition key. */
  static final String PARTITION = "pk";

  /** The name of every table's sort key. */
  static final String SORT = "sk";

  private Values() {}

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
