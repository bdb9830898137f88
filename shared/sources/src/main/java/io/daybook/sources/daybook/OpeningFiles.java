package io.daybook.sources.daybook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Opening;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.Money;
import io.daybook.sources.FileProblem;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads opening balances (case 72) from CSV with a header: {@code account,currency,amount,reference}, in any order. The
 * amount is in major units, positive in debit, negative in credit; the reference may be empty. Account 3000 takes the
 * rest and needs no line.
 *
 * <p>Example: {@code 1005:stripe,EUR,1200.00,po_1Nv}.
 */
public final class OpeningFiles {
  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final List<String> COLUMNS = List.of("account", "currency", "amount", "reference");
  private static final String HEADER = "a header with the columns " + String.join(",", COLUMNS);
  private static final String AMOUNT = "-?[0-9]{1,20}(\\.[0-9]{1,20})?";

  private final String fileName;

  private OpeningFiles(String fileName) {
    this.fileName = fileName;
  }

  /**
   * A file as one opening, wholly or not at all.
   *
   * @param fileName for messages to people
   * @param bytes the file, UTF-8
   * @param origin {@code daybook:} and the book
   * @param id names the act
   * @param day the cut-over date
   * @param by who takes them over
   */
  public static OpeningFile read(
      String fileName, byte[] bytes, Origin origin, Reference id, LocalDate day, String by) {
    try {
      List<Opening.Balance> balances = new OpeningFiles(fileName).balances(bytes);
      return new OpeningFile.Balances(new Opening(origin, id, day, by, balances));
    } catch (Misread e) {
      return new OpeningFile.Refused(e.problem);
    }
  }

  private List<Opening.Balance> balances(byte[] bytes) throws Misread {
    if (bytes.length > MOST_BYTES) {
      throw new Misread(0, "the file", "at most " + MOST_BYTES / (1024 * 1024) + " MB");
    }
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    List<Opening.Balance> balances = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text(bytes)), format)) {
      requireHeader(parser.getHeaderNames());
      line = parser.getCurrentLineNumber() + 1;
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        balances.add(
            balance(record, Math.toIntExact(parser.getCurrentLineNumber() - breaksWithin(record))));
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (CSVException
        | IllegalArgumentException
        | IllegalStateException
        | java.io.UncheckedIOException e) {
      throw new Misread(Math.toIntExact(line), "the line", "comma-separated values, quotes closed");
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot be read", e);
    }
    if (balances.isEmpty()) {
      throw new Misread(2, "account", "at least one balance");
    }
    return balances;
  }

  /** The parser stands at a record's end; a quoted value may hold lines of its own. */
  private static long breaksWithin(CSVRecord record) {
    return record.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
  }

  /** Without the byte-order mark that spreadsheets write. */
  private String text(byte[] bytes) throws Misread {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Misread(0, "the file", "text in UTF-8");
    }
  }

  private void requireHeader(List<String> names) throws Misread {
    for (String column : COLUMNS) {
      if (!names.contains(column)) {
        throw new Misread(1, column, HEADER);
      }
    }
    if (names.size() != COLUMNS.size()) {
      throw new Misread(1, "the header", HEADER + " and no other");
    }
  }

  private Opening.Balance balance(CSVRecord record, int line) throws Misread {
    if (!record.isConsistent()) {
      throw new Misread(line, "the line", "as many values as the header has columns");
    }
    AccountCode account =
        parse(record, line, "account", AccountCode::parse, "an account such as 1010:stripe");
    if (!ChartOfAccounts.has(account)) {
      throw new Misread(line, "account", "an account of the chart of accounts");
    }
    CurrencyCode currency =
        parse(record, line, "currency", CurrencyCode::new, "a currency such as EUR");
    String reference = record.get("reference");
    return new Opening.Balance(
        account.toString(),
        currency,
        minor(record, line, currency),
        reference.isEmpty()
            ? Optional.empty()
            : Optional.of(
                parse(
                    record, line, "reference", Reference::new, "an id of at most 200 characters")));
  }

  private long minor(CSVRecord record, int line, CurrencyCode currency) throws Misread {
    String amount = record.get("amount");
    if (!amount.matches(AMOUNT)) {
      throw new Misread(
          line, "amount", "an amount such as 1200.00 or -150.00, without separators of thousands");
    }
    try {
      return Money.ofMajor(new BigDecimal(amount), currency).minor();
    } catch (ArithmeticException e) {
      throw new Misread(
          line, "amount", "at most " + Decimals.iso(currency) + " decimals for " + currency);
    }
  }

  private <T> T parse(
      CSVRecord record, int line, String column, Function<String, T> parser, String expected)
      throws Misread {
    try {
      return parser.apply(record.get(column));
    } catch (IllegalArgumentException e) {
      throw new Misread(line, column, expected);
    }
  }

  /** A problem on its way out of the reading. */
  private final class Misread extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    Misread(int line, String field, String expected) {
      super(field);
      this.problem = new FileProblem(fileName, line, field, expected);
    }
  }
}
