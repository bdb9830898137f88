package io.daybook.sources.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

class MappingFilesFuzzTest {
  private static final KnownBook BOOK =
      new KnownBook(Map.of("shop", Origin.parse("shopify:blue-cup")), Set.of(AccountCode.of(4000)));

  /** What is read is written as a file that is read as the same. */
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    switch (MappingFiles.read("fuzz.csv", bytes, BOOK)) {
      case MappingFile.Lines read -> {
        String written = MappingFiles.write(read.lines());
        assertThat(MappingFiles.read("again.csv", written.getBytes(StandardCharsets.UTF_8), BOOK))
            .isEqualTo(read);
      }
      case MappingFile.Refused refused -> assertThat(refused.problems()).isNotEmpty();
    }
  }
}
