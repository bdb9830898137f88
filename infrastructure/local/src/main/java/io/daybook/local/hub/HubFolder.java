package io.daybook.local.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder in which a hub keeps everything; only its owner can enter it. */
public final class HubFolder {
  private final Path folder;

  private HubFolder(Path folder) {
    this.folder = folder;
  }

  /** A hub's folder, made if it does not exist. */
  public static HubFolder open(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix) {
          Files.createDirectories(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectories(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the hub's folder " + folder, e);
    }
    return new HubFolder(folder.toAbsolutePath().normalize());
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** Where statements go. */
  public Path statements() {
    return folder.resolve("statements");
  }

  /** Where bodies too large for an item go. */
  public Path largeBodies() {
    return folder.resolve("large-bodies");
  }

  /** Where batches go that no retry could post. */
  public Path failures() {
    return folder.resolve("failures");
  }

  /** DynamoDB Local's own data. */
  public Path dynamoDb() {
    return folder.resolve("dynamodb-local");
  }

  /** Who holds this file's lock pumps the feed. */
  public Path pumpLock() {
    return folder.resolve("pump.lock");
  }

  /** Whoever has the folder open shares this file's lock. */
  Path useLock() {
    return folder.resolve("use.lock");
  }

  /** A small note of the hub to itself, such as how far the pump has come. */
  public Optional<String> note(String name) {
    Path file = folder.resolve(name + ".note");
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Writes a note, whole or not at all. */
  public void note(String name, String text) {
    Path file = folder.resolve(name + ".note");
    try {
      Path unfinished = folder.resolve(name + ".unfinished");
      Files.writeString(unfinished, text);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
