package io.daybook.sources.bank.ofx;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.sources.bank.BankFiles;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.Prefixed;

class OfxFileFuzzTest {
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    assertThat(BankFiles.read("fuzz", Prefixed.with("OFXHEADER:100\n", bytes), BankReading.all()))
        .isNotNull();
  }
}
