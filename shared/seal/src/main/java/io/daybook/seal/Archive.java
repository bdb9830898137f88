package io.daybook.seal;

import java.io.IOException;
import java.io.InputStream;

/**
 * An archive file to verify.
 *
 * @param name as findings name it
 * @param content opens it, from its first byte
 */
public record Archive(String name, Content content) {
  /** Opens a file. */
  @FunctionalInterface
  public interface Content {
    /** A new stream over the whole file; the caller closes it. */
    InputStream open() throws IOException;
  }
}
