package io.daybook.seal;

import java.io.IOException;

/** An archive file that is not what a writer wrote: cut, or with bytes that cannot stand where they do. */
public final class DamagedArchive extends IOException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  DamagedArchive(long offset, String reason) {
    super(reason + " at byte " + offset);
    this.offset = offset;
  }

  /** Where in the file, in bytes from its start. */
  public long offset() {
    return offset;
  }
}
