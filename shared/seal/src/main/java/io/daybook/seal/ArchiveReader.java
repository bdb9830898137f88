package io.daybook.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an archive file step by step, and at its end the leaf hashes that it claims. Trusts no length it reads. */
public final class ArchiveReader implements AutoCloseable {
  private final InputStream in;
  private final long first;
  private final List<Hash> claimed = new ArrayList<>();
  private long offset;
  private boolean ended;

  /** Reads the head of a file; the stream is closed by {@link #close}. */
  public ArchiveReader(InputStream from) throws IOException {
    in = from;
    byte[] magic = bytes(ArchiveFormat.MAGIC.length());
    if (!new String(magic, StandardCharsets.US_ASCII).equals(ArchiveFormat.MAGIC)) {
      throw new DamagedArchive(0, "this is no archive of Daybook");
    }
    int format = bytes(1)[0];
    if (format != ArchiveFormat.FORMAT) {
      throw new DamagedArchive(
          offset - 1, "format is " + format + ", expected " + ArchiveFormat.FORMAT);
    }
    first = number(8);
    if (first < 0) {
      throw new DamagedArchive(offset - 8, "first leaf is " + first);
    }
  }

  /** The number of the first leaf, as the file says. */
  public long first() {
    return first;
  }

  /**
   * The next step; empty after the last.
   *
   * @throws DamagedArchive if the file cannot be read on
   */
  public Optional<SealedStep> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    int tag = bytes(1)[0];
    if (tag == ArchiveFormat.STEP) {
      return Optional.of(step());
    }
    if (tag != ArchiveFormat.LEAVES) {
      throw new DamagedArchive(offset - 1, "neither a step nor the leaves");
    }
    readLeaves();
    ended = true;
    return Optional.empty();
  }

  /** The hashes that the file claims its leaves have; known once {@link #next} was empty. */
  public List<Hash> leaves() {
    if (!ended) {
      throw new IllegalStateException("the leaves stand after the last step");
    }
    return List.copyOf(claimed);
  }

  private SealedStep step() throws IOException {
    long start = offset;
    String subject = text(bytes(length(SealedStep.MAX_SUBJECT_BYTES)), start);
    int step = (int) number(4);
    byte[] stored = bytes(length(SealedStep.MAX_STORED_BYTES));
    if (subject.isEmpty() || step < 1) {
      throw new DamagedArchive(start, "step " + step + " of '" + subject + "'");
    }
    return SealedStep.of(subject, step, stored);
  }

  private void readLeaves() throws IOException {
    long start = offset;
    long count = number(8);
    if (count < 0) {
      throw new DamagedArchive(start, count + " leaves");
    }
    for (long i = 0; i < count; i++) {
      claimed.add(Hash.of(bytes(Hash.SIZE)));
    }
    if (in.read() >= 0) {
      throw new DamagedArchive(offset, "something stands after the end");
    }
  }

  private int length(int limit) throws IOException {
    long length = number(4);
    if (length < 0 || length > limit) {
      throw new DamagedArchive(offset - 4, "a length is " + length + ", expected 0 to " + limit);
    }
    return (int) length;
  }

  private static String text(byte[] utf8, long start) throws DamagedArchive {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      DamagedArchive damaged = new DamagedArchive(start, "a subject is not UTF-8");
      damaged.initCause(e);
      throw damaged;
    }
  }

  private long number(int size) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes(size));
    return size == 8 ? buffer.getLong() : buffer.getInt();
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new DamagedArchive(offset + bytes.length, "the file ends");
    }
    offset += count;
    return bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
