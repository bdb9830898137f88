package io.daybook.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A log file is not filled with the frames of a bar. */
final class ProgressTest {
  @Test
  void workThatIsSoonDoneLeavesNoLineInAFile() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    try (Progress progress = new Progress.Lines("Pulling", -1, out)) {
      for (int done = 0; done < 10_000; done++) {
        progress.advanceTo(done);
      }
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
