package io.daybook.sources.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.events.Bill;
import java.util.Optional;

class UblBillFuzzTest {
  private static final BillReading READING =
      new BillReading(Bill.Kind.CARRIAGE, BillReading.Tax.CLAIMED_BACK, Optional.empty());

  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    assertThat(BillFiles.read("fuzz.xml", bytes, READING)).isNotNull();
  }
}
