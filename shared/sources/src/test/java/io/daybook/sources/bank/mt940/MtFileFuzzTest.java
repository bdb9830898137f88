package io.daybook.sources.bank.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.sources.bank.BankFiles;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.Prefixed;

class MtFileFuzzTest {
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    assertThat(BankFiles.read("fuzz", Prefixed.with(":20:F\r\n", bytes), BankReading.all()))
        .isNotNull();
  }
}
