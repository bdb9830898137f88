package io.daybook.sources.bank;

import io.daybook.events.Origin;
import io.daybook.sources.FileProblem;
import io.daybook.sources.bank.bai2.BaiFile;
import io.daybook.sources.bank.camt.CamtFile;
import io.daybook.sources.bank.csv.BankCsv;
import io.daybook.sources.bank.entry.ToldStatement;
import io.daybook.sources.bank.mt940.MtFile;
import io.daybook.sources.bank.ofx.OfxFile;
import io.daybook.sources.reading.Misread;
import io.daybook.sources.reading.Misreadings;
import io.daybook.sources.reading.TextFile;
import java.util.List;
import java.util.Optional;

/** Reads what a bank gives: recognises the format by what is in the file, never by its name. */
public final class BankFiles {
  /** The largest XML file that is read, in bytes. A CAMT entry takes 1 to 3 KB. */
  public static final int MOST_BYTES = 50 * 1024 * 1024;

  /** The largest file of another format, in bytes. Their entries take 100 to 500 bytes. */
  public static final int MOST_TEXT_BYTES = 20 * 1024 * 1024;

  static final String SUPPORTED =
      "a bank statement: CAMT.053, 052 or 054, MT940 or MT942, OFX or QFX, BAI2, or CSV with a mapping";

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
    return read(fileName, bytes, account.map(BankReading::of).orElseGet(BankReading::all));
  }

  /**
   * A bank's file as facts, wholly or not at all.
   *
   * @param fileName for messages to people
   * @param bytes the file
   * @param reading which account's statements are taken, and how CSV is read
   */
  public static BankFile read(String fileName, byte[] bytes, BankReading reading) {
    try {
      BankFormat format = format(bytes, reading);
      List<ToldStatement> told = told(format, bytes, reading);
      List<ToldStatement> chosen = BankFacts.chosen(told, reading);
      if (chosen.isEmpty() && !told.isEmpty()) {
        ToldStatement other = told.getFirst();
        throw new Misread(
            other.line(),
            other.field(),
            "the account " + reading.number().orElse("that was named"));
      }
      return new BankFile.Statements(format, BankFacts.of(chosen, reading));
    } catch (Misread e) {
      return new BankFile.Refused(problem(fileName, e));
    } catch (Misreadings e) {
      return new BankFile.Refused(e.all().stream().map(one -> problem(fileName, one)).toList());
    } catch (ArithmeticException e) {
      return new BankFile.Refused(
          new FileProblem(fileName, 0, "amounts", "amounts whose sum fits 63 bits"));
    }
  }

  private static FileProblem problem(String fileName, Misread misread) {
    return new FileProblem(fileName, misread.line(), misread.field(), misread.expected());
  }

  private static BankFormat format(byte[] bytes, BankReading reading) {
    Optional<String> foreign = BankFormat.foreign(bytes);
    if (foreign.isPresent()) {
      throw new Misread(1, "the file (" + foreign.get() + ")", SUPPORTED);
    }
    BankFormat format =
        BankFormat.of(bytes)
            .or(() -> reading.mapping().map(mapping -> BankFormat.CSV))
            .orElseThrow(() ->
                new Misread(
                    1,
                    "the file (none of the formats that are recognised)",
                    SUPPORTED + "; name one with --mapping"));
    int most = format == BankFormat.CAMT ? MOST_BYTES : MOST_TEXT_BYTES;
    if (bytes.length > most) {
      throw new Misread(0, "the file", "at most " + most / (1024 * 1024) + " MB");
    }
    return format;
  }

  private static List<ToldStatement> told(BankFormat format, byte[] bytes, BankReading reading) {
    return switch (format) {
      case CAMT -> CamtFile.read(bytes);
      case MT940 -> MtFile.read(TextFile.text(bytes));
      case OFX -> OfxFile.read(bytes);
      case BAI2 -> BaiFile.read(TextFile.text(bytes));
      case CSV -> BankCsv.read(bytes, reading.mapping().orElseThrow());
    };
  }
}
