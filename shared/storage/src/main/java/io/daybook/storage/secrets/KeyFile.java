package io.daybook.storage.secrets;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StoreFailure;
import io.daybook.storage.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of a hub on one machine: 32 random bytes in {@value #NAME} in its data folder. Without it no secret opens. */
public final class KeyFile implements SecretBoxes {
  /** The name of the file. */
  public static final String NAME = "secrets.key";

  private static final int KEY_BYTES = 32;

  private final SecretKey key;

  private KeyFile(SecretKey key) {
    this.key = key;
  }

  /**
   * The key in a folder; makes one if there is none.
   *
   * @throws UnsafeKey if others may read the file, or it is not a key
   * @throws StoreFailure if it cannot be read or made
   */
  public static KeyFile open(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      OwnerOnly.makeFolder(folder);
      if (!Files.exists(file)) {
        make(folder, file);
      }
      if (OwnerOnly.othersMayRead(file)) {
        throw new UnsafeKey(
            file + " can be read by others than its owner: 'chmod 600' it, and renew every secret");
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != KEY_BYTES) {
        throw new UnsafeKey(file + " has " + bytes.length + " bytes, a key has " + KEY_BYTES);
      }
      return new KeyFile(new SecretKeySpec(bytes, "AES"));
    } catch (IOException e) {
      throw new StoreFailure("cannot open " + file, e);
    }
  }

  /** Whole or not at all, and the first wins: a hard link is refused where the name is taken. */
  private static void make(Path folder, Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path unfinished = OwnerOnly.makeTemporary(folder);
    try {
      Files.write(unfinished, key);
      Files.createLink(file, unfinished);
      OwnerOnly.reachDisk(folder);
    } catch (FileAlreadyExistsException another) {
      // Another process made one meanwhile: that is the key.
      return;
    } finally {
      Files.delete(unfinished);
    }
  }

  @Override
  public SecretBox of(Book book, ConnectionName connection) {
    return new KeyFileBox(key, book + "/" + connection);
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return NAME;
  }
}
