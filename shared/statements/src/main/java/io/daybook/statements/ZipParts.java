package io.daybook.statements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a workbook that fastexcel wrote into memory, read by the zip's own directory at its end. {@code
 * ZipInputStream} cannot read them: opczip gives sizes only behind each part, and in 64 bits, which is what Excel likes
 * and Java's stream does not expect. Deflated parts only, under 4 GB and without a comment: what opczip writes.
 */
final class ZipParts {
  private static final int END_BYTES = 22;
  private static final int END_COUNT = 10;
  private static final int END_OFFSET = 16;
  private static final int DIRECTORY_BYTES = 46;
  private static final int DIRECTORY_SIGNATURE = 0x02014b50;
  private static final int LOCAL_BYTES = 30;

  private ZipParts() {}

  /** Each part's name and bytes, in order. */
  static Map<String, byte[]> read(byte[] zip) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    int at = file.getInt(zip.length - END_BYTES + END_OFFSET);
    for (int left = file.getShort(zip.length - END_BYTES + END_COUNT); left > 0; left--) {
      if (file.getInt(at) != DIRECTORY_SIGNATURE) {
        throw new IOException("the workbook's zip has no directory entry at " + at);
      }
      int size = file.getInt(at + 20);
      int name = file.getShort(at + 28);
      int extra = file.getShort(at + 30);
      int comment = file.getShort(at + 32);
      int local = file.getInt(at + 42);
      int data = local + LOCAL_BYTES + file.getShort(local + 26) + file.getShort(local + 28);
      parts.put(
          new String(zip, at + DIRECTORY_BYTES, name, StandardCharsets.UTF_8),
          inflated(zip, data, size));
      at += DIRECTORY_BYTES + name + extra + comment;
    }
    return parts;
  }

  private static byte[] inflated(byte[] zip, int offset, int length) throws IOException {
    try (Inflater inflater = new Inflater(true)) {
      return new InflaterInputStream(new ByteArrayInputStream(zip, offset, length), inflater)
          .readAllBytes();
    }
  }
}
