package io.daybook.sources.bank.csv;

import io.daybook.events.CurrencyCode;
import io.daybook.sources.reading.CsvShape;
import io.daybook.sources.reading.MappingSettings;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a bank's CSV file is read. Columns are named as in the file, or by number from 1 if it has no line of names.
 *
 * @param settings as the person wrote them; all else follows from these
 * @param shape how the file is written
 * @param date the column of the booking day
 * @param dateFormat how days are written
 * @param amount where the amount stands
 * @param currency of every row, or the column that tells it
 * @param texts columns of free text, which tell lines apart and whose ids are kept
 * @param ids columns that hold an id
 * @param parties columns that say with whom: they tell lines apart and are not kept
 * @param code the column that says what kind of transaction it is
 * @param balance the column of the balance after each row
 * @param status the column and the words by which a row that is not booked is known
 * @param account the account's number, if the person gave it
 */
public record BankMapping(
    Map<String, String> settings,
    CsvShape shape,
    String date,
    DateTimeFormatter dateFormat,
    AmountColumns amount,
    CurrencyOf currency,
    List<String> texts,
    List<String> ids,
    List<String> parties,
    Optional<String> code,
    Optional<String> balance,
    Optional<Status> status,
    Optional<String> account) {
  /** Where a row's amount stands. */
  public sealed interface AmountColumns {
    /** One column with a sign; turned if the bank writes what goes out without one. */
    record Signed(String column, Direction direction) implements AmountColumns {}

    /** A column for what goes out and one for what comes in. */
    record DebitCredit(String debit, String credit) implements AmountColumns {}

    /** A column without sign, and one whose word says that it goes out. */
    record Marked(String column, String mark, List<String> debitWords) implements AmountColumns {
      /** Copies the list. */
      public Marked {
        debitWords = List.copyOf(debitWords);
      }
    }
  }

  /** What a positive amount means. */
  public enum Direction {
    /** Money comes in. */
    IN,
    /** Money goes out, as credit cards write it. */
    OUT
  }

  /** A row's currency. */
  public sealed interface CurrencyOf {
    /** The same for all. */
    record Fixed(CurrencyCode code) implements CurrencyOf {}

    /** What a column says. */
    record Column(String name) implements CurrencyOf {}
  }

  /** The column and the words by which a row that is not booked is known. */
  public record Status(String column, List<String> pendingWords) {
    /** Copies the list. */
    public Status {
      pendingWords = List.copyOf(pendingWords);
    }
  }

  /** Copies. */
  public BankMapping {
    settings = Map.copyOf(settings);
    texts = List.copyOf(texts);
    ids = List.copyOf(ids);
    parties = List.copyOf(parties);
  }

  /** What became of a person's settings. */
  public sealed interface Parsed {
    /** A mapping. */
    record Mapping(BankMapping mapping) implements Parsed {}

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
    BankMapping mapping =
        new BankMapping(
            new TreeMap<>(written),
            CsvShape.of(settings),
            settings.need("date", "the column of the booking day"),
            format(settings, settings.find("date-format").orElse("yyyy-MM-dd")),
            amount(settings),
            currency(settings),
            settings.words("text", "+"),
            settings.words("id", "+"),
            settings.words("party", "+"),
            settings.find("code"),
            settings.find("balance"),
            settings
                .find("status")
                .map(column -> new Status(column, settings.words("pending-words", ","))),
            settings.find("account"));
    if (mapping.texts.isEmpty() && mapping.ids.isEmpty()) {
      settings.problem("text", "the columns of text, such as 'Purpose + Details'");
    }
    if (mapping.status.isPresent() && mapping.status.get().pendingWords().isEmpty()) {
      settings.problem("pending-words", "the words of column 'status' for what is not booked");
    }
    List<String> problems = settings.problems();
    return problems.isEmpty() ? new Parsed.Mapping(mapping) : new Parsed.Wrong(problems);
  }

  private static DateTimeFormatter format(MappingSettings settings, String pattern) {
    try {
      // The year of the era and the proleptic one are the same today, and people write yyyy.
      return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      settings.problem("date-format", "a pattern such as dd.MM.yyyy, MM/dd/yyyy or d MMM yyyy");
      return DateTimeFormatter.ISO_LOCAL_DATE;
    }
  }

  private static AmountColumns amount(MappingSettings settings) {
    Optional<String> amount = settings.find("amount");
    Optional<String> debit = settings.find("debit");
    Optional<String> credit = settings.find("credit");
    Optional<String> mark = settings.find("mark");
    List<String> words = settings.words("debit-words", ",");
    Direction direction = direction(settings, settings.find("positive").orElse("in"));
    if (debit.isPresent() && credit.isPresent() && amount.isEmpty()) {
      return new AmountColumns.DebitCredit(debit.get(), credit.get());
    }
    if (amount.isEmpty() || debit.isPresent() || credit.isPresent()) {
      settings.problem("amount", "either a column 'amount', or both columns 'debit' and 'credit'");
    } else if (mark.isPresent() && words.isEmpty()) {
      settings.problem(
          "debit-words", "the words of column 'mark' for what goes out, such as D,DBIT");
    } else if (mark.isPresent()) {
      return new AmountColumns.Marked(amount.get(), mark.get(), words);
    }
    return new AmountColumns.Signed(amount.orElse(""), direction);
  }

  private static Direction direction(MappingSettings settings, String word) {
    return switch (word) {
      case "in" -> Direction.IN;
      case "out" -> Direction.OUT;
      default -> {
        settings.problem("positive", "in or out: which way a positive amount goes");
        yield Direction.IN;
      }
    };
  }

  private static CurrencyOf currency(MappingSettings settings) {
    Optional<String> column = settings.find("currency-column");
    Optional<String> code = settings.find("currency");
    if (column.isPresent() == code.isPresent()) {
      settings.problem("currency", "either 'currency', such as EUR, or 'currency-column'");
    }
    if (column.isPresent()) {
      return new CurrencyOf.Column(column.get());
    }
    try {
      return new CurrencyOf.Fixed(new CurrencyCode(code.orElse("XXX")));
    } catch (IllegalArgumentException e) {
      settings.problem("currency", "a currency such as EUR");
      return new CurrencyOf.Fixed(new CurrencyCode("XXX"));
    }
  }
}
