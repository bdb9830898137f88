package io.daybook.sources.bank;

import io.daybook.sources.bank.bai2.BaiFile;
import io.daybook.sources.bank.mt940.MtFile;
import io.daybook.sources.bank.ofx.OfxFile;
import io.daybook.sources.reading.TextFile;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats that are read, recognised by what is in a file and never by its name. */
public enum BankFormat {
  /** ISO 20022 XML. */
  CAMT("CAMT"),
  /** SWIFT MT940 and MT942. */
  MT940("MT940/942"),
  /** OFX 1 and 2, QFX. */
  OFX("OFX"),
  /** BAI2. */
  BAI2("BAI2"),
  /** CSV under a mapping. */
  CSV("CSV");

  /** Enough to tell a format by. */
  private static final int HEAD = 8 * 1024;

  private static final Pattern INVOICE =
      Pattern.compile("<([A-Za-z0-9]+:)?(Invoice|CreditNote|CrossIndustryInvoice)[\\s>]");

  private final String words;

  BankFormat(String words) {
    this.words = words;
  }

  /** As people know it. */
  public String words() {
    return words;
  }

  /** What a file is, if it is none of these by itself: CSV looks like anything. */
  static Optional<BankFormat> of(byte[] bytes) {
    String head = head(bytes);
    if (OfxFile.isOne(head)) {
      return Optional.of(OFX);
    }
    if (head.startsWith("<")) {
      return Optional.of(CAMT);
    }
    if (BaiFile.isOne(head)) {
      return Optional.of(BAI2);
    }
    return MtFile.isOne(head) ? Optional.of(MT940) : Optional.empty();
  }

  private static String head(byte[] bytes) {
    return TextFile.text(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD))).strip();
  }

  /** What a file that is not read is, as far as one can see, and what to do about it. */
  static Optional<String> foreign(byte[] bytes) {
    String head = head(bytes);
    if (head.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return Optional.of("a ZIP archive or a spreadsheet; unpack it, or save it as CSV");
    }
    if (head.startsWith("%PDF")) {
      return Optional.of("PDF; ask the bank for a file instead");
    }
    return INVOICE.matcher(head).find()
        ? Optional.of("an invoice; use 'import bill'")
        : Optional.empty();
  }
}
