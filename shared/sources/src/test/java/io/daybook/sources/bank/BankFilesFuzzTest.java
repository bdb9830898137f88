package io.daybook.sources.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

class BankFilesFuzzTest {
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    assertThat(BankFiles.read("fuzz.xml", bytes, Optional.empty())).isNotNull();
  }
}
