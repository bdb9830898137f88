package io.daybook.sources.bill;

import io.daybook.events.Bill;
import io.daybook.events.CurrencyCode;
import io.daybook.sources.reading.CsvShape;
import io.daybook.sources.reading.MappingSettings;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a biller's CSV file is read: a row is an item, and rows of one number are one bill.
 *
 * @param settings as the person wrote them
 * @param shape how the file is written
 * @param number the column of the bill's number
 * @param issued the column of its date
 * @param due the column of the day when it is to be paid
 * @param dueDays days after its date when it is to be paid, where no column tells
 * @param dateFormat how days are written
 * @param amount the column of the amount, before tax unless there is no column of tax
 * @param tax the column of tax
 * @param currency of the amounts
 * @param forWhat the column of the label's, parcel's, order's or delivery note's number
 * @param kindColumn the column that says what is billed
 * @param kinds its words and what they mean
 */
public record BillMapping(
    Map<String, String> settings,
    CsvShape shape,
    String number,
    String issued,
    Optional<String> due,
    Optional<Integer> dueDays,
    DateTimeFormatter dateFormat,
    String amount,
    Optional<String> tax,
    CurrencyCode currency,
    Optional<String> forWhat,
    Optional<String> kindColumn,
    Map<String, Bill.Kind> kinds) {
  private static final CurrencyCode NONE = new CurrencyCode("XXX");

  /** Copies. */
  public BillMapping {
    settings = Map.copyOf(settings);
    kinds = Map.copyOf(kinds);
  }

  /** What became of a person's settings. */
  public sealed interface Parsed {
    /** A mapping. */
    record Mapping(BillMapping mapping) implements Parsed {}

    /** Everything that is wrong. */
    record Wrong(List<String> problems) implements Parsed {
      /** Copies the list. */
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /** The settings as a mapping, or everything that is wrong with them. */
  public static Parsed parse(Map<String, String> written) {
    MappingSettings settings = new MappingSettings(written);
    BillMapping mapping =
        new BillMapping(
            new TreeMap<>(written),
            CsvShape.of(settings),
            settings.need("number", "the column of the bill's number"),
            settings.need("issued", "the column of the bill's date"),
            settings.find("due"),
            settings.find("due-days").map(days -> days(settings, days)),
            format(settings, settings.find("date-format").orElse("yyyy-MM-dd")),
            settings.need("amount", "the column of the amount"),
            settings.find("tax"),
            currency(settings, settings.need("currency", "a currency such as USD")),
            settings.find("for"),
            settings.find("kind"),
            kinds(settings));
    List<String> problems = settings.problems();
    return problems.isEmpty() ? new Parsed.Mapping(mapping) : new Parsed.Wrong(problems);
  }

  private static int days(MappingSettings settings, String days) {
    if (!days.matches("[0-9]{1,3}")) {
      settings.problem("due-days", "a number of days");
      return 0;
    }
    return Integer.parseInt(days);
  }

  private static DateTimeFormatter format(MappingSettings settings, String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      settings.problem("date-format", "a pattern such as dd.MM.yyyy or MM/dd/yyyy");
      return DateTimeFormatter.ISO_LOCAL_DATE;
    }
  }

  private static CurrencyCode currency(MappingSettings settings, String code) {
    if (code.isEmpty()) {
      return NONE;
    }
    try {
      return new CurrencyCode(code);
    } catch (IllegalArgumentException e) {
      settings.problem("currency", "a currency such as USD");
      return NONE;
    }
  }

  /** {@code kind-words=Fuel:CARRIAGE,Duty:DUTY}; a word that is not named means what the person says of the whole file. */
  private static Map<String, Bill.Kind> kinds(MappingSettings settings) {
    Map<String, Bill.Kind> kinds = new TreeMap<>();
    for (String pair : settings.words("kind-words", ",")) {
      int colon = pair.lastIndexOf(':');
      Optional<Bill.Kind> kind = kind(pair.substring(colon + 1).strip());
      if (colon < 1 || kind.isEmpty()) {
        settings.problem("kind-words", "pairs such as Fuel:CARRIAGE; the kinds are " + kindWords());
      } else {
        kinds.put(pair.substring(0, colon).strip().toLowerCase(Locale.ROOT), kind.get());
      }
    }
    return kinds;
  }

  /** A kind by its word. */
  public static Optional<Bill.Kind> kind(String word) {
    return Arrays.stream(Bill.Kind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(word.replace('-', '_')))
        .findFirst();
  }

  /** All words, for messages to people. */
  public static String kindWords() {
    return Arrays.stream(Bill.Kind.values()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
