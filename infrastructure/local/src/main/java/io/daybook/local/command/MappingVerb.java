package io.daybook.local.command;

import io.daybook.books.bank.Mappings;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import io.daybook.sources.bank.csv.BankMapping;
import io.daybook.sources.bill.BillMapping;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mapping}: how CSV files are read. */
@Command(
    name = "mapping",
    mixinStandardHelpOptions = true,
    description = {
      "Show or save how CSV files of a bank, carrier or supplier are read. Settings of a bank's: date, date-format,",
      "amount (positive=in|out), or debit and credit, or amount with mark and debit-words; currency or",
      "currency-column; text, id, party (columns joined with +), code, balance, status with pending-words, account;",
      "and of every file: delimiter, decimal, encoding, skip, header=yes|no. docs/sources has examples."
    })
final class MappingVerb extends Verb {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "The mapping; a bank account's own is named as the account. Without: all.")
  @Nullable String name;

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--bill", description = "It reads bills; without, a bank's statements.")
  boolean bill;

  @Option(
      names = "--set",
      paramLabel = "SETTING=VALUE",
      description = "A setting; those that are not named stay, and an empty one is taken away.")
  Map<String, String> settings = new TreeMap<>();

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    Mappings mappings = new Mappings(hub.deployment().stores().state(meant));
    Mappings.Kind kind = bill ? Mappings.Kind.BILL : Mappings.Kind.BANK;
    String named = name;
    if (named == null) {
      return all(mappings, kind);
    }
    if (!named.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new Complaint("A mapping's name is 1 to 40 of a-z, 0-9 and '-'.");
    }
    Map<String, String> written = new TreeMap<>(mappings.find(kind, named).orElse(Map.of()));
    if (written.isEmpty() && settings.isEmpty()) {
      throw new Complaint("There is no mapping '" + named + "' yet. Save one with --set.");
    }
    if (settings.isEmpty()) {
      return new Report(words(written), written);
    }
    settings.forEach((setting, value) -> {
      if (value.isEmpty()) {
        written.remove(setting);
      } else {
        written.put(setting, value);
      }
    });
    List<String> problems = problems(kind, written);
    if (!problems.isEmpty()) {
      throw new Complaint(
          "The mapping was not saved:"
              + System.lineSeparator()
              + String.join(System.lineSeparator(), problems));
    }
    mappings.save(kind, named, written);
    return new Report("Saved mapping '" + named + "'.", written);
  }

  private static List<String> problems(Mappings.Kind kind, Map<String, String> written) {
    return switch (kind) {
      case BANK ->
          switch (BankMapping.parse(written)) {
            case BankMapping.Parsed.Mapping _ -> List.of();
            case BankMapping.Parsed.Wrong wrong -> wrong.problems();
          };
      case BILL ->
          switch (BillMapping.parse(written)) {
            case BillMapping.Parsed.Mapping _ -> List.of();
            case BillMapping.Parsed.Wrong wrong -> wrong.problems();
          };
    };
  }

  private static Report all(Mappings mappings, Mappings.Kind kind) {
    Map<String, Map<String, String>> all = mappings.all(kind);
    StringBuilder words = new StringBuilder();
    all.forEach((named, written) ->
        words.append(named).append(System.lineSeparator()).append(words(written).indent(2)));
    return new Report(
        all.isEmpty() ? "There is no mapping yet." : words.toString().stripTrailing(), all);
  }

  private static String words(Map<String, String> written) {
    return String.join(
        System.lineSeparator(),
        written.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
  }
}
