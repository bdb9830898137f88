package io.daybook.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a person asked for. */
final class OutputFile {
  private OutputFile() {}

  static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, bytes);
  }
}
