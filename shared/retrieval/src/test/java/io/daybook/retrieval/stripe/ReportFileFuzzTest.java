package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;

class ReportFileFuzzTest {
  private static final byte[] HEADER =
      (String.join(",", ReportFile.COLUMNS) + "\n").getBytes(UTF_8);

  @FuzzTest
  void anyBytesAreReadOrSaidToBeNoReport(byte[] bytes) throws IOException {
    assertThat(ReportFile.lines(new ByteArrayInputStream(bytes))).isNotNull();
    assertThat(
            ReportFile.lines(
                new SequenceInputStream(
                    new ByteArrayInputStream(HEADER), new ByteArrayInputStream(bytes))))
        .isNotNull();
  }
}
