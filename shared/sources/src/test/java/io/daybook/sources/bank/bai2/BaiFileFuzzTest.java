package io.daybook.sources.bank.bai2;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.sources.bank.BankFiles;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.Prefixed;

class BaiFileFuzzTest {
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    assertThat(BankFiles.read("fuzz", Prefixed.with("01,", bytes), BankReading.all())).isNotNull();
  }
}
