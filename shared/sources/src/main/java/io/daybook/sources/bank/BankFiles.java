package io.daybook.sources.bank;

import io.daybook.events.Origin;
import io.daybook.sources.FileProblem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads what a bank gives: recognises the format by what is in the file, never by its name. */
public final class BankFiles {
  /** The largest file that is read, in bytes. A CAMT entry takes 1 to 3 KB. */
  public static final int MOST_BYTES = 50 * 1024 * 1024;

  static final String SUPPORTED = "a CAMT.053 bank statement (ISO 20022 XML, any version)";

  /** Enough to tell a format by. */
  private static final int HEAD = 512;

  private BankFiles() {}

  /**
   * A bank's file as facts, wholly or not at all.
   *
   * @param fileName for messages to people
   * @param bytes the file
   * @param account whose statement it must be, such as {@code bank:DE89370400440532013000}; absent to take each account
   *     by the number in the file
   */
  public static BankFile read(String fileName, byte[] bytes, Optional<Origin> account) {
    try {
      requireXml(bytes);
      return CamtFile.read(bytes, account);
    } catch (Misread e) {
      return new BankFile.Refused(new FileProblem(fileName, e.line(), e.field(), e.expected()));
    } catch (ArithmeticException e) {
      return new BankFile.Refused(
          new FileProblem(fileName, 0, "Ntry/Amt", "amounts whose sum fits 63 bits"));
    }
  }

  /** An account's number without what people put in to read it: no spaces, capitals, nothing that splits a key. */
  static String normalAccount(String number) {
    return number.replaceAll("\\s+", "").replace('/', '-').toUpperCase(Locale.ROOT);
  }

  private static void requireXml(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new Misread(0, "the file", "at most " + MOST_BYTES / (1024 * 1024) + " MB");
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1).strip();
    Optional<String> other = otherFormat(head);
    if (other.isPresent()) {
      throw new Misread(1, "the file (" + other.get() + ")", SUPPORTED);
    }
  }

  private static Optional<String> otherFormat(String head) {
    if (head.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (head.startsWith("{1:") || (head.contains(":20:") && head.contains(":25:"))) {
      return Optional.of("MT940 or MT942");
    }
    if (head.startsWith("OFXHEADER") || head.contains("<OFX>") || head.contains("<?OFX")) {
      return Optional.of("OFX");
    }
    if (head.startsWith("01,")) {
      return Optional.of("BAI2");
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return Optional.of("a ZIP archive");
    }
    if (head.startsWith("%PDF")) {
      return Optional.of("PDF");
    }
    // UTF-16 and UTF-8 with a byte-order mark begin with bytes above 127, or with a zero.
    boolean mayBeXml = head.startsWith("<") || head.charAt(0) > 127 || head.charAt(0) == 0;
    return mayBeXml ? Optional.empty() : Optional.of("not XML");
  }
}
