package io.daybook.sources.bill;

import io.daybook.sources.FileProblem;
import io.daybook.sources.reading.Misread;
import io.daybook.sources.reading.Misreadings;
import io.daybook.sources.reading.TextFile;
import java.util.Arrays;
import java.util.List;

/** Reads the files in which bills come: recognises UBL by what is in the file; all else is CSV. */
public final class BillFiles {
  /** The largest file that is read, in bytes: an invoice may carry its PDF. */
  public static final int MOST_BYTES = 20 * 1024 * 1024;

  private static final int HEAD = 4 * 1024;
  private static final String SUPPORTED =
      "a UBL 2.1 invoice or credit note (XML), or CSV with --mapping";

  private BillFiles() {}

  /**
   * A file's bills, all or none.
   *
   * @param fileName for messages to people
   * @param bytes the file
   * @param reading what the person says about it
   */
  public static BillFile read(String fileName, byte[] bytes, BillReading reading) {
    try {
      return new BillFile.Bills(bills(bytes, reading));
    } catch (Misread e) {
      return new BillFile.Refused(List.of(problem(fileName, e)));
    } catch (Misreadings e) {
      return new BillFile.Refused(e.all().stream().map(one -> problem(fileName, one)).toList());
    } catch (ArithmeticException e) {
      return new BillFile.Refused(
          List.of(new FileProblem(fileName, 0, "amounts", "amounts whose sum fits 63 bits")));
    }
  }

  private static FileProblem problem(String fileName, Misread misread) {
    return new FileProblem(fileName, misread.line(), misread.field(), misread.expected());
  }

  private static List<ToldBill> bills(byte[] bytes, BillReading reading) {
    if (bytes.length > MOST_BYTES) {
      throw new Misread(0, "the file", "at most " + MOST_BYTES / (1024 * 1024) + " MB");
    }
    String head = TextFile.text(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD))).strip();
    if (head.startsWith("<")) {
      return List.of(UblBill.read(bytes, reading));
    }
    if (head.isEmpty() || head.startsWith("PK\u0003\u0004") || head.startsWith("%PDF")) {
      throw new Misread(1, "the file (empty, an archive or a PDF)", SUPPORTED);
    }
    return BillCsv.read(
        bytes,
        reading.mapping().orElseThrow(() -> new Misread(1, "the file (not XML)", SUPPORTED)),
        reading);
  }
}
