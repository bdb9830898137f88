package io.daybook.bench.cost;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How large DynamoDB says an item is: names and values in UTF-8, binary as it is, a number about half a byte a digit and
 * one, and one more if it is negative.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">DynamoDB item
 *     sizes and formats</a>
 */
final class ItemSize {
  private static final int WRITE_UNIT = 1024;
  private static final int READ_UNIT = 4096;

  private ItemSize() {}

  /** Bytes. */
  static long of(Map<String, AttributeValue> item) {
    long bytes = 0;
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      bytes += attribute.getKey().getBytes(StandardCharsets.UTF_8).length;
      bytes += of(attribute.getValue());
    }
    return bytes;
  }

  private static long of(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
      case N -> number(value.n());
      case B -> value.b().asByteArrayUnsafe().length;
      case BOOL, NUL -> 1;
      case SS, NS, BS, M, L, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("the hub's items hold no " + value.type());
    };
  }

  /** Trailing and leading zeros are trimmed by DynamoDB; counting them errs on the dear side. */
  private static long number(String text) {
    boolean negative = text.startsWith("-");
    int digits = text.length() - (negative ? 1 : 0);
    return Math.ceilDiv(digits, 2) + 1L + (negative ? 1 : 0);
  }

  /** What writing so many bytes costs; at least one unit. */
  static long writeUnits(long bytes) {
    return Math.max(1, Math.ceilDiv(bytes, WRITE_UNIT));
  }

  /** What reading so many bytes costs, strongly consistent; at least one unit. */
  static long readUnits(long bytes) {
    return Math.max(1, Math.ceilDiv(bytes, READ_UNIT));
  }
}
