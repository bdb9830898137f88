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
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
 * <p>Or a trial balance as another system exports it: {@code account,debit,credit} under the names that such systems use,
 * and, where it has them, currency (else the book's own), reference, name and type. Its account numbers must be those of
 * the chart; debits and credits must be equal by currency; a line called Total is passed over.
 *
 * <p>Example: {@code 1005:stripe,EUR,1200.00,po_1Nv}.
 */
public final class OpeningFiles {
  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final String HEADER =
      "a header with the columns " + String.join(",", OpeningColumns.OWN);
  private static final String TRIAL_BALANCE_HEADER =
      "a header with the columns " + String.join(",", OpeningColumns.TRIAL_BALANCE);

  /** Thousands are marked by commas only where a point follows: 1,200 alone may be one and a fifth. */
  private static final String MARKED = "-?[0-9]{1,3}(,[0-9]{3})+\\.[0-9]{1,20}";

  private static final String AMOUNT = "-?[0-9]{1,20}(\\.[0-9]{1,20})?";

  private final String fileName;

  private final Optional<CurrencyCode> own;

  private OpeningFiles(String fileName, Optional<CurrencyCode> own) {
    this.fileName = fileName;
    this.own = own;
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
    return read(fileName, bytes, origin, id, day, by, Optional.empty());
  }

  /**
   * The same.
   *
   * @param own the book's currency: that of a trial balance that names none
   */
  public static OpeningFile read(
      String fileName,
      byte[] bytes,
      Origin origin,
      Reference id,
      LocalDate day,
      String by,
      Optional<CurrencyCode> own) {
    try {
      List<Opening.Balance> balances = new OpeningFiles(fileName, own).balances(bytes);
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
      OpeningColumns columns = new OpeningColumns(parser.getHeaderNames());
      requireHeader(columns);
      line = parser.getCurrentLineNumber() + 1;
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        balance(
                columns,
                record,
                Math.toIntExact(parser.getCurrentLineNumber() - breaksWithin(record)))
            .ifPresent(balances::add);
        line = parser.getCurrentLineNumber() + 1;
      }
      if (columns.isTrialBalance()) {
        requireEqual(balances);
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

  private void requireHeader(OpeningColumns columns) throws Misread {
    String expected = columns.isTrialBalance() ? TRIAL_BALANCE_HEADER : HEADER;
    Optional<String> missing = columns.missing();
    if (missing.isPresent()) {
      throw new Misread(1, missing.get(), expected);
    }
    if (columns.hasOthers()) {
      throw new Misread(
          1,
          "the header",
          expected
              + (columns.isTrialBalance()
                  ? ", besides them currency, reference, name and type, and no other"
                  : " and no other"));
    }
  }

  /** What is not equal was not exported whole; nobody would see it, for 3000 takes any rest. */
  private void requireEqual(List<Opening.Balance> balances) throws Misread {
    Map<CurrencyCode, Long> sums = new HashMap<>();
    balances.forEach(one -> sums.merge(one.currency(), one.minor(), Math::addExact));
    for (Map.Entry<CurrencyCode, Long> sum : sums.entrySet()) {
      if (sum.getValue() != 0) {
        throw new Misread(
            0,
            "debit and credit",
            "the same sum in both; they differ by " + new Money(sum.getValue(), sum.getKey()));
      }
    }
  }

  /** Absent for a line of a trial balance that has nothing to take over. */
  private Optional<Opening.Balance> balance(OpeningColumns columns, CSVRecord record, int line)
      throws Misread {
    if (!record.isConsistent()) {
      throw new Misread(line, "the line", "as many values as the header has columns");
    }
    String first = columns.of(record, "account");
    String title = first.isEmpty() ? columns.of(record, "name") : first;
    if (columns.isTrialBalance() && title.matches("(?i)totals?")) {
      return Optional.empty();
    }
    AccountCode account =
        parse(
            columns.of(record, "account"),
            line,
            "account",
            AccountCode::parse,
            "an account such as 1010:stripe");
    if (!ChartOfAccounts.has(account)) {
      throw new Misread(line, "account", "an account of the chart of accounts");
    }
    CurrencyCode currency = currency(columns, record, line);
    long minor =
        columns.isTrialBalance()
            ? Math.subtractExact(
                side(columns.of(record, "debit"), line, "debit", currency),
                side(columns.of(record, "credit"), line, "credit", currency))
            : minor(columns.of(record, "amount"), line, "amount", currency);
    if (columns.isTrialBalance() && minor == 0) {
      return Optional.empty();
    }
    String reference = columns.of(record, "reference");
    return Optional.of(
        new Opening.Balance(
            account.toString(),
            currency,
            minor,
            reference.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    parse(
                        reference,
                        line,
                        "reference",
                        Reference::new,
                        "an id of at most 200 characters"))));
  }

  private CurrencyCode currency(OpeningColumns columns, CSVRecord record, int line) throws Misread {
    String said = columns.of(record, "currency");
    if (said.isEmpty() && columns.isTrialBalance() && own.isPresent()) {
      return own.get();
    }
    return parse(said, line, "currency", CurrencyCode::new, "a currency such as EUR");
  }

  private long side(String amount, int line, String column, CurrencyCode currency) throws Misread {
    return amount.isEmpty()
        ? 0
        : minor(amount.matches(MARKED) ? amount.replace(",", "") : amount, line, column, currency);
  }

  private long minor(String amount, int line, String column, CurrencyCode currency) throws Misread {
    if (!amount.matches(AMOUNT)) {
      throw new Misread(
          line, column, "an amount such as 1200.00 or -150.00, without separators of thousands");
    }
    try {
      return Money.ofMajor(new BigDecimal(amount), currency).minor();
    } catch (ArithmeticException e) {
      throw new Misread(
          line, column, "at most " + Decimals.iso(currency) + " decimals for " + currency);
    }
  }

  private <T> T parse(
      String said, int line, String column, Function<String, T> parser, String expected)
      throws Misread {
    try {
      return parser.apply(said);
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
