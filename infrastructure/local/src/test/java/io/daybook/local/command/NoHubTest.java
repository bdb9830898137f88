package io.daybook.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistyped folder is said to be none, and not made. */
final class NoHubTest {
  @Test
  void aFolderThatIsNoHubIsNamedAndNotMade(@TempDir Path folder) {
    Path mistyped = folder.resolve("daybok-data");
    StringWriter err = new StringWriter();
    int code =
        Daybook.run(
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true),
            "exceptions",
            "--data",
            mistyped.toString());
    assertThat(code).isNotZero();
    assertThat(err.toString()).contains("There is no hub in " + mistyped);
    assertThat(mistyped).doesNotExist();
  }
}
