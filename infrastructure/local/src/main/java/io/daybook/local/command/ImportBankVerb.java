package io.daybook.local.command;

import io.daybook.books.bank.BankRefused;
import io.daybook.books.bank.BankRequest;
import io.daybook.books.bank.ImportedAccount;
import io.daybook.books.bank.Mappings;
import io.daybook.books.bank.NamedAccount;
import io.daybook.ledger.Book;
import io.daybook.local.hub.BankImport;
import io.daybook.local.hub.Hub;
import io.daybook.sources.bank.csv.BankMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import bank}: a bank's statement file. */
@Command(
    name = "bank",
    mixinStandardHelpOptions = true,
    description = {
      "Import a bank's file: CAMT.052, 053 or 054, MT940 or MT942, OFX or QFX, BAI2, or CSV with a mapping.",
      "The format is recognised. All of it or nothing; the same file again gives nothing new."
    })
final class ImportBankVerb extends Verb {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The bank's file.")
  List<Path> files = List.of();

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--account",
      paramLabel = "A",
      description = {
        "Your name for the bank account, such as main: it becomes account 1000:main. NAME=NUMBER says which",
        "of several accounts in the file is meant. Needed once for each account."
      })
  List<String> accounts = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "NAME",
      description = "How CSV is read (default: the mapping that is named as the account).")
  @Nullable String mapping;

  @Option(
      names = "--as-new",
      description = "Lines that look like known ones in another format are others all the same.")
  boolean asNew;

  @Option(
      names = "--check",
      description = "Only say what the files hold; import nothing. Several files may be given.")
  boolean check;

  @Override
  public Integer call() throws Exception {
    if (check && mapping == null) {
      // Looking at files needs no hub.
      Report report = new BankCheck(Optional.empty()).of(files);
      print(report);
      return report.code();
    }
    return super.call();
  }

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    Book meant = book(hub, book);
    if (check) {
      return new BankCheck(Optional.of(mapping(hub, meant))).of(files);
    }
    List<ImportedAccount> imported = new ArrayList<>();
    for (Path file : files) {
      try {
        imported.addAll(
            new BankImport(hub)
                .run(
                    meant,
                    new BankRequest(
                        file.toString(),
                        InputFile.read(file),
                        accounts.stream().map(NamedAccount::parse).toList(),
                        Optional.ofNullable(mapping),
                        asNew ? BankRequest.Alike.NEW : BankRequest.Alike.REFUSED)));
      } catch (BankRefused refused) {
        throw new Complaint(before(imported) + refused.words());
      }
    }
    return new Report(words(imported), imported.size() == 1 ? imported.getFirst() : imported);
  }

  private static String before(List<ImportedAccount> imported) {
    return imported.isEmpty() ? "" : words(imported) + System.lineSeparator();
  }

  private static String words(List<ImportedAccount> imported) {
    return imported.stream()
        .map(ImportedAccount::words)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private BankMapping mapping(Hub hub, Book meant) throws Complaint {
    String name = Optional.ofNullable(mapping).orElseThrow();
    Map<String, String> settings =
        new Mappings(hub.deployment().stores().state(meant))
            .find(Mappings.Kind.BANK, name)
            .orElseThrow(() ->
                new Complaint(
                    "There is no mapping '"
                        + name
                        + "'. './daybook mapping' shows and saves them."));
    return switch (BankMapping.parse(settings)) {
      case BankMapping.Parsed.Mapping parsed -> parsed.mapping();
      case BankMapping.Parsed.Wrong wrong ->
          throw new Complaint(String.join(System.lineSeparator(), wrong.problems()));
    };
  }
}
