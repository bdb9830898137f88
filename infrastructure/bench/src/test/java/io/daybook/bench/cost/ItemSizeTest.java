package io.daybook.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** By the examples of DynamoDB's developer guide, "Item sizes and formats". */
class ItemSizeTest {
  private static long of(String name, AttributeValue value) {
    return ItemSize.of(Map.of(name, value));
  }

  @Test
  void namesAndTextCountInUtf8() {
    assertThat(of("shirt-color", AttributeValue.fromS("R"))).isEqualTo(12);
    assertThat(of("é", AttributeValue.fromS("€"))).isEqualTo(5);
  }

  @Test
  void aNumberTakesAboutHalfAByteADigitAndOneMoreIfNegative() {
    assertThat(of("n", AttributeValue.fromN("27"))).isEqualTo(3);
    assertThat(of("n", AttributeValue.fromN("-27"))).isEqualTo(4);
    assertThat(of("n", AttributeValue.fromN("1893456000"))).isEqualTo(7);
  }

  @Test
  void binaryCountsAsItIs() {
    assertThat(of("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[100])))).isEqualTo(101);
  }

  @Test
  void unitsAreRoundedUpAndNeverNone() {
    assertThat(ItemSize.writeUnits(0)).isEqualTo(1);
    assertThat(ItemSize.writeUnits(1024)).isEqualTo(1);
    assertThat(ItemSize.writeUnits(1025)).isEqualTo(2);
    assertThat(ItemSize.readUnits(0)).isEqualTo(1);
    assertThat(ItemSize.readUnits(4096)).isEqualTo(1);
    assertThat(ItemSize.readUnits(4097)).isEqualTo(2);
  }
}
