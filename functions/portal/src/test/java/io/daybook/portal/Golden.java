package io.daybook.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Golden files: what a reader would see, checked in. They are never written by a build; after a wanted change, read the
 * new text under {@code target/golden} and copy it to {@code src/test/resources} by hand.
 */
final class Golden {
  private Golden() {}

  static void assertSame(String name, String actual) {
    Path written = Path.of("target", "golden", name);
    try {
      Files.createDirectories(Objects.requireNonNull(written.getParent()));
      Files.writeString(written, actual);
      try (InputStream golden = Golden.class.getResourceAsStream(name)) {
        assertThat(golden)
            .as("golden file %s, compare with %s", name, written.toAbsolutePath())
            .isNotNull();
        assertThat(actual).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
