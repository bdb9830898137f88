package io.daybook.storage.sqlite;

import io.daybook.ledger.StoreFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner may read. SQLite gives its companions (-wal, -shm) the file's own permissions. */
final class DataFile {
  private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private DataFile() {}

  /** Makes the folder (0700) and the empty file (0600) unless they are there; takes others' rights off the file. */
  static Path prepare(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, permissions(folder, FOLDER));
      }
      try {
        Files.createFile(file, permissions(folder, FILE));
      } catch (FileAlreadyExistsException another) {
        tighten(file);
      }
      return file;
    } catch (IOException e) {
      throw new StoreFailure("cannot make " + file, e);
    }
  }

  private static void tighten(Path file) throws IOException {
    if (knowsOwners(file) && !Files.getPosixFilePermissions(file).equals(FILE)) {
      Files.setPosixFilePermissions(file, FILE);
    }
  }

  private static FileAttribute<?>[] permissions(Path near, Set<PosixFilePermission> permissions) {
    return knowsOwners(near)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsOwners(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
