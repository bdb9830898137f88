package io.daybook.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A step as it is sealed: its place and the exact bytes that are stored there. */
public final class SealedStep {
  /** The longest subject, in bytes of UTF-8. */
  public static final int MAX_SUBJECT_BYTES = 2_048;

  /** The longest step, in bytes: what the store's items may have. */
  public static final int MAX_STORED_BYTES = 1 << 20;

  private final String subject;
  private final int step;
  private final byte[] stored;

  private SealedStep(String subject, int step, byte[] stored) {
    this.subject = subject;
    this.step = step;
    this.stored = stored;
  }

  /**
   * A step; the bytes are copied.
   *
   * @param subject whose log, as text
   * @param step from 1
   * @param stored exactly what the store holds
   */
  public static SealedStep of(String subject, int step, byte[] stored) {
    int subjectBytes = subject.getBytes(StandardCharsets.UTF_8).length;
    if (subjectBytes == 0 || subjectBytes > MAX_SUBJECT_BYTES) {
      throw new IllegalArgumentException(
          "a subject has " + subjectBytes + " bytes, expected 1 to " + MAX_SUBJECT_BYTES);
    }
    if (step < 1) {
      throw new IllegalArgumentException(
          "step " + step + " of " + subject + ", expected at least 1");
    }
    if (stored.length > MAX_STORED_BYTES) {
      throw new IllegalArgumentException(
          "step "
              + step
              + " of "
              + subject
              + " has "
              + stored.length
              + " bytes, expected at most "
              + MAX_STORED_BYTES);
    }
    return new SealedStep(subject, step, stored.clone());
  }

  /** Whose log. */
  public String subject() {
    return subject;
  }

  /** Its number in that log. */
  public int step() {
    return step;
  }

  /** A copy of the stored bytes. */
  public byte[] stored() {
    return stored.clone();
  }

  /** Its place, as people write it: {@code order/shop/1#3}. */
  public String place() {
    return subject + "#" + step;
  }

  /** The leaf: subject, number and bytes, each with its length before it. */
  public byte[] frame() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      byte[] name = subject.getBytes(StandardCharsets.UTF_8);
      out.writeInt(name.length);
      out.write(name);
      out.writeInt(step);
      out.writeInt(stored.length);
      out.write(stored);
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused a step", e);
    }
    return bytes.toByteArray();
  }

  /** The hash of the leaf. */
  public Hash leaf() {
    return Merkle.leaf(frame());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedStep that
        && subject.equals(that.subject)
        && step == that.step
        && Arrays.equals(stored, that.stored);
  }

  @Override
  public int hashCode() {
    return 31 * subject.hashCode() + step;
  }

  /** Names the step; never shows its bytes. */
  @Override
  public String toString() {
    return place() + " (" + stored.length + " bytes)";
  }
}
