package io.daybook.storage;

import static java.util.Objects.requireNonNull;

import io.daybook.ledger.StoreFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Large bodies as files below a folder that only its owner may enter. */
public final class FolderBodies implements LargeBodies {
  private final Path folder;

  /** Bodies below a folder, which is made when the first is put. */
  public FolderBodies(Path folder) {
    this.folder = folder;
  }

  @Override
  public void put(String key, byte[] body) {
    Path file = file(key);
    Path parent = requireNonNull(file.getParent(), key);
    try {
      OwnerOnly.makeFolder(parent);
      Path unfinished = OwnerOnly.makeTemporary(parent);
      try {
        write(unfinished, body);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.reachDisk(parent);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new StoreFailure("cannot keep body " + key, e);
    }
  }

  private static void write(Path file, byte[] body) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(body);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  @Override
  public byte[] get(String key) {
    try {
      return Files.readAllBytes(file(key));
    } catch (IOException e) {
      throw new StoreFailure("cannot read body " + key, e);
    }
  }

  private Path file(String key) {
    if (!key.matches("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*")) {
      throw new IllegalArgumentException(
          "a body's key is '" + key + "', expected a-z, 0-9, '-' and '/'");
    }
    return folder.resolve(key);
  }
}
