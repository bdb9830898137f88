package io.daybook.sources.daybook;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import io.daybook.events.FactKey;
import io.daybook.events.Origin;
import io.daybook.sources.FileProblem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads exchange rates from CSV with a header, all or none. Either {@code date,currency,to,rate} (and {@code source}), a line a
 * rate: one unit of the currency is worth so much of the other. Or as the European Central Bank publishes its reference rates:
 * {@code Date,USD,JPY,…}, a line a day, each column what one euro is worth; {@code N/A} and nothing are no rate.
 */
public final class RateFiles {
  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final CurrencyCode EURO = new CurrencyCode("EUR");
  private static final String HEADER =
      "a header with the columns date,currency,to,rate or, as the ECB has them, Date,USD,JPY and so on";
  private static final String RATE = "[0-9]{1,12}(\\.[0-9]{1,20})?";

  private final String fileName;
  private final Origin book;
  private final String source;

  private RateFiles(String fileName, Origin book, String source) {
    this.fileName = fileName;
    this.book = book;
    this.source = source;
  }

  /**
   * The rates of a file.
   *
   * @param fileName for messages to people
   * @param bytes the file, UTF-8
   * @param book {@code daybook:} and the book
   * @param from rates of earlier days are left out: the ECB's history begins in 1999
   * @param of only rates of these currencies; all if there are none
   * @param source who fixed them, where the file does not say
   */
  public static RateFile read(
      String fileName,
      byte[] bytes,
      Origin book,
      LocalDate from,
      Set<CurrencyCode> of,
      String source) {
    try {
      List<ExchangeRate> rates =
          new RateFiles(fileName, book, source)
              .rates(bytes).stream()
                  .filter(rate -> !rate.on().isBefore(from))
                  .filter(rate ->
                      of.isEmpty() || of.contains(rate.currency()) || of.contains(rate.to()))
                  .toList();
      return rates.isEmpty()
          ? new RateFile.Refused(
              new FileProblem(fileName, 2, "rate", "at least one rate from " + from + " on"))
          : new RateFile.Rates(rates);
    } catch (Misread e) {
      return new RateFile.Refused(e.problem);
    }
  }

  /** A file that cannot be read, where and why. */
  private static final class Misread extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient FileProblem problem;

    Misread(FileProblem problem) {
      super(problem.toString());
      this.problem = problem;
    }
  }

  /** Where a rate stands. */
  private record Cell(String field, long line) {}

  private Misread misread(long line, String field, String expected) {
    return new Misread(new FileProblem(fileName, Math.toIntExact(line), field, expected));
  }

  private List<ExchangeRate> rates(byte[] bytes) throws Misread {
    if (bytes.length > MOST_BYTES) {
      throw misread(0, "the file", "at most " + MOST_BYTES / (1024 * 1024) + " MB");
    }
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true)
            .setTrim(true)
            .get();
    Map<FactKey, ExchangeRate> rates = new LinkedHashMap<>();
    long line = 1;
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<String> header = parser.getHeaderNames();
      boolean single = header.containsAll(List.of("date", "currency", "to", "rate"));
      if (!single && (header.size() < 2 || !header.getFirst().equals("Date"))) {
        throw misread(1, "the header", HEADER);
      }
      for (CSVRecord record : parser) {
        line = parser.getCurrentLineNumber();
        for (ExchangeRate rate :
            single ? List.of(single(record, line)) : day(record, header, line)) {
          ExchangeRate before = rates.putIfAbsent(rate.key(), rate);
          if (before != null && before.rate().compareTo(rate.rate()) != 0) {
            throw misread(
                line,
                "rate",
                "the rate of " + rate.on() + " that an earlier line says, or only one of them");
          }
        }
      }
    } catch (CSVException | IllegalStateException | UncheckedIOException e) {
      throw misread(line, "the line", "comma-separated values, quotes closed");
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot be read", e);
    }
    return List.copyOf(rates.values());
  }

  private ExchangeRate single(CSVRecord record, long line) throws Misread {
    String by =
        record.isSet("source") && !record.get("source").isBlank() ? record.get("source") : source;
    return rate(
        date(record.get("date"), line),
        currency(record.get("currency"), "currency", line),
        currency(record.get("to"), "to", line),
        record.get("rate"),
        by,
        new Cell("rate", line));
  }

  private List<ExchangeRate> day(CSVRecord record, List<String> header, long line) throws Misread {
    List<ExchangeRate> rates = new ArrayList<>();
    LocalDate on = date(record.get(0), line);
    for (int column = 1; column < Math.min(header.size(), record.size()); column++) {
      String said = record.get(column);
      if (!said.isBlank() && !said.equals("N/A")) {
        CurrencyCode to = currency(header.get(column), header.get(column), line);
        rates.add(rate(on, EURO, to, said, source, new Cell(to.value(), line)));
      }
    }
    return rates;
  }

  private LocalDate date(String said, long line) throws Misread {
    try {
      return LocalDate.parse(said);
    } catch (DateTimeException e) {
      throw misread(line, "date", "a date such as " + YearMonth.of(2026, 10).atDay(5));
    }
  }

  private CurrencyCode currency(String said, String field, long line) throws Misread {
    return Optional.of(said)
        .filter(code -> code.matches("[A-Z]{3}"))
        .map(CurrencyCode::new)
        .orElseThrow(() -> misread(line, field, "three capital letters such as USD"));
  }

  private ExchangeRate rate(
      LocalDate on, CurrencyCode from, CurrencyCode to, String said, String by, Cell cell)
      throws Misread {
    if (!said.matches(RATE)) {
      throw misread(cell.line(), cell.field(), "a rate above 0 such as 1.0843");
    }
    try {
      return new ExchangeRate(book, from, to, on, 1, new BigDecimal(said), by);
    } catch (IllegalArgumentException wrong) {
      throw misread(cell.line(), cell.field(), "another rate: " + wrong.getMessage());
    }
  }
}
