package io.daybook.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may read, on systems that know owners. */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** Makes a folder and those above it (0700), unless it is there. */
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, permissions(folder, FOLDER));
    }
  }

  /** Makes an empty file (0600), or takes others' rights off the one that is there. */
  public static void makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, permissions(file, FILE));
    } catch (FileAlreadyExistsException another) {
      if (othersMayRead(file)) {
        Files.setPosixFilePermissions(file, FILE);
      }
    }
  }

  /** Makes an empty file of a name that nobody has (0600). */
  public static Path makeTemporary(Path folder) throws IOException {
    return Files.createTempFile(folder, ".unfinished-", "", permissions(folder, FILE));
  }

  /** Whether anybody but the owner has any right on a file; false on systems that do not know owners. */
  public static boolean othersMayRead(Path file) throws IOException {
    return knowsOwners(file) && !FILE.containsAll(Files.getPosixFilePermissions(file));
  }

  /** Waits until a folder's new names are on the disk; only POSIX systems let a folder be opened for that. */
  public static void reachDisk(Path folder) throws IOException {
    if (knowsOwners(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
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
