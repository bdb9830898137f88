package io.daybook.storage.sqlite;

import io.daybook.ledger.StoreFailure;
import io.daybook.storage.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;

/** The file before SQLite opens it: SQLite gives its companions (-wal, -shm) the file's own permissions. */
final class DataFile {
  private DataFile() {}

  static Path prepare(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      OwnerOnly.makeFolder(folder);
      OwnerOnly.makeFile(file);
      return file;
    } catch (IOException e) {
      throw new StoreFailure("cannot make " + file, e);
    }
  }
}
