package io.daybook.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a person named. */
final class InputFile {
  private InputFile() {}

  static byte[] read(Path file) throws Complaint, IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Complaint("The file " + file + " cannot be read.");
    }
    return Files.readAllBytes(file);
  }
}
