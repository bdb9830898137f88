package io.daybook.sources.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.events.Bill;
import java.util.Map;
import java.util.Optional;

class BillCsvFuzzTest {
  private static final BillReading READING =
      new BillReading(
          Bill.Kind.CARRIAGE,
          BillReading.Tax.COST,
          Optional.of(
              BillCsvTest.mapping(
                  Map.of(
                      "number",
                      "n",
                      "issued",
                      "d",
                      "due",
                      "e",
                      "amount",
                      "a",
                      "tax",
                      "t",
                      "currency",
                      "EUR",
                      "for",
                      "f",
                      "kind",
                      "k",
                      "kind-words",
                      "Z:DUTY"))));

  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    assertThat(BillFiles.read("fuzz.csv", bytes, READING)).isNotNull();
  }
}
