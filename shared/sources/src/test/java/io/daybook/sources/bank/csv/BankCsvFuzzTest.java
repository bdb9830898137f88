package io.daybook.sources.bank.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.sources.bank.BankFiles;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.Prefixed;
import io.daybook.sources.bank.Read;
import java.util.Map;

class BankCsvFuzzTest {
  private static final BankReading MAPPING =
      Read.mapping(
          Map.ofEntries(
              Map.entry("date", "d"),
              Map.entry("date-format", "d.M.yyyy"),
              Map.entry("decimal", ","),
              Map.entry("delimiter", ";"),
              Map.entry("debit", "o"),
              Map.entry("credit", "i"),
              Map.entry("currency-column", "c"),
              Map.entry("text", "t"),
              Map.entry("balance", "b"),
              Map.entry("status", "s"),
              Map.entry("pending-words", "P")));

  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    assertThat(BankFiles.read("fuzz", Prefixed.with("\"", bytes), MAPPING)).isNotNull();
  }
}
