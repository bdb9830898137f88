package io.daybook.books.bank;

import io.daybook.books.acts.Teller;
import io.daybook.events.BankLine;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.Money;
import io.daybook.ledger.SubjectId;
import io.daybook.sources.FileProblem;
import io.daybook.sources.bank.BankFile;
import io.daybook.sources.bank.BankFiles;
import io.daybook.sources.bank.BankFormat;
import io.daybook.sources.bank.BankMessage;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.BankSource;
import io.daybook.sources.bank.csv.BankMapping;
import io.daybook.sources.bank.entry.AccountNumber;
import io.daybook.sources.bank.entry.PendingLine;
import io.daybook.storage.deployment.Deployment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a bank's file into a book: every account of it that is meant, or nothing. */
public final class BankIntake {
  /** One account of the file, ready to be told. */
  private record Ready(
      NamedAccount asked,
      Optional<String> number,
      Origin account,
      List<BankFile.Statement> statements,
      List<BankLine> lines,
      List<BankLine> fresh,
      List<BankLine> alike) {}

  /** A file that was read, and what would come of it. */
  private record Whole(
      BankFormat format, Optional<Map<String, String>> settings, List<Ready> accounts) {}

  private final Deployment deployment;
  private final Book book;
  private final Teller teller;
  private final BankAccounts accounts;
  private final Mappings mappings;

  /**
   * Takes files into a book.
   *
   * @param teller keeps messages, and has them posted
   */
  public BankIntake(Deployment deployment, Book book, Teller teller) {
    this.deployment = deployment;
    this.book = book;
    this.teller = teller;
    this.accounts = new BankAccounts(deployment, book);
    this.mappings = new Mappings(deployment.stores().state(book));
  }

  /**
   * Takes a file.
   *
   * @return one for each account that was imported
   * @throws BankRefused naming file, line, field and what was expected, or which account is not known
   */
  public List<ImportedAccount> take(BankRequest request) throws BankRefused {
    Whole whole = read(request);
    List<ImportedAccount> imported = new ArrayList<>();
    for (Ready one : whole.accounts()) {
      imported.add(tell(request, whole.format(), whole.settings(), one));
    }
    return List.copyOf(imported);
  }

  /**
   * Says what taking the file would bring, and takes nothing. Lines that look like known ones are said whatever the request
   * wants of them.
   *
   * @throws BankRefused as taking it would
   */
  public List<LookedAtAccount> look(BankRequest request) throws BankRefused {
    Whole whole = read(request.asNew());
    return whole.accounts().stream().map(one -> looked(whole.format(), one)).toList();
  }

  private Whole read(BankRequest request) throws BankRefused {
    Optional<Map<String, String>> settings = settings(request);
    Optional<BankMapping> mapping = mapping(request, settings);
    BankFile.Statements file =
        statements(request, new BankReading(mapping, Optional.empty(), Optional.empty()));
    List<Ready> ready = new ArrayList<>();
    for (Map.Entry<NamedAccount, Optional<String>> meant : meant(request, file).entrySet()) {
      ready.add(ready(request, mapping, meant.getKey(), meant.getValue()));
    }
    return new Whole(file.format(), settings, ready);
  }

  private static LookedAtAccount looked(BankFormat format, Ready one) {
    return new LookedAtAccount(
        one.asked().name(),
        one.account().account(),
        format.words(),
        one.statements().size(),
        one.lines().size(),
        one.alike().size(),
        one.statements().stream().mapToInt(told -> told.pending().size()).sum(),
        one.statements().stream()
            .flatMap(told -> told.statement().stream())
            .filter(told -> told.differenceMinor() != 0)
            .map(told -> new Money(told.differenceMinor(), told.currency()).toString())
            .toList(),
        one.fresh().size(),
        one.fresh().stream()
            .limit(LookedAtAccount.MOST_LINES)
            .map(line ->
                new LookedAtAccount.Line(
                    line.bookedOn().toString(),
                    new Money(line.amountMinor(), line.currency()).toString(),
                    line.references().stream()
                        .map(Reference::value)
                        .collect(Collectors.joining(" "))))
            .toList());
  }

  /** The mapping that was named, else the one that is named as the only account is. */
  private Optional<Map<String, String>> settings(BankRequest request) throws BankRefused {
    if (request.mapping().isPresent()) {
      String name = request.mapping().get();
      Optional<Map<String, String>> found = mappings.find(Mappings.Kind.BANK, name);
      if (found.isEmpty()) {
        throw new BankRefused(
            "There is no mapping '" + name + "'. './daybook mapping' shows and saves them.");
      }
      return found;
    }
    return request.accounts().size() == 1
        ? mappings.find(Mappings.Kind.BANK, request.accounts().getFirst().name())
        : Optional.empty();
  }

  private static Optional<BankMapping> mapping(
      BankRequest request, Optional<Map<String, String>> settings) throws BankRefused {
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    return switch (BankMapping.parse(settings.get())) {
      case BankMapping.Parsed.Mapping parsed -> Optional.of(parsed.mapping());
      case BankMapping.Parsed.Wrong wrong ->
          throw new BankRefused(
              request.file() + ": the mapping is wrong: " + String.join("; ", wrong.problems()));
    };
  }

  private static BankFile.Statements statements(BankRequest request, BankReading reading)
      throws BankRefused {
    return switch (BankFiles.read(request.file(), request.bytes(), reading)) {
      case BankFile.Statements statements -> statements;
      case BankFile.Refused refused ->
          throw new BankRefused(
              refused.problems().stream()
                      .map(FileProblem::toString)
                      .collect(Collectors.joining(System.lineSeparator()))
                  + ". Nothing was imported.");
    };
  }

  /** Which of the file's accounts is which that was asked for. */
  private Map<NamedAccount, Optional<String>> meant(BankRequest request, BankFile.Statements file)
      throws BankRefused {
    Set<Optional<String>> numbers = new LinkedHashSet<>();
    file.statements().forEach(statement -> numbers.add(statement.number()));
    if (numbers.isEmpty()) {
      throw new BankRefused(
          request.file()
              + ": expected a statement, and there is none in it. Nothing was imported.");
    }
    Map<NamedAccount, Optional<String>> meant = new LinkedHashMap<>();
    for (NamedAccount asked : asked(request, numbers)) {
      meant.put(asked, number(request, asked, numbers));
    }
    Set<Optional<String>> left = new LinkedHashSet<>(numbers);
    left.removeAll(meant.values());
    if (!left.isEmpty()) {
      throw new BankRefused(
          request.file()
              + " has statements of "
              + numbers.size()
              + " accounts. Name every one, also those that are named already: "
              + left.stream()
                  .map(number -> "--account NAME=" + number.orElse("…"))
                  .collect(Collectors.joining(" "))
              + ". Nothing was imported.");
    }
    return meant;
  }

  private List<NamedAccount> asked(BankRequest request, Set<Optional<String>> numbers) {
    if (!request.accounts().isEmpty()) {
      return request.accounts();
    }
    List<NamedAccount> known = new ArrayList<>();
    accounts
        .known()
        .forEach((origin, name) -> {
          if (numbers.contains(Optional.of(origin.account()))) {
            known.add(new NamedAccount(name, Optional.of(origin.account())));
          }
        });
    return known;
  }

  private Optional<String> number(
      BankRequest request, NamedAccount asked, Set<Optional<String>> numbers) throws BankRefused {
    if (asked.number().isPresent()) {
      Optional<String> number = asked.number().map(AccountNumber::normal);
      if (!numbers.contains(number) && !numbers.equals(Set.of(Optional.empty()))) {
        throw new BankRefused(
            request.file()
                + " has no statement of "
                + number.orElse("")
                + ", only of "
                + numbers.stream().map(n -> n.orElse("…")).collect(Collectors.joining(", "))
                + ". Nothing was imported.");
      }
      return numbers.contains(number) ? number : Optional.empty();
    }
    if (numbers.size() == 1) {
      return numbers.iterator().next();
    }
    Optional<Origin> known = accounts.named(asked.name());
    return numbers.stream()
        .filter(number ->
            known.isPresent()
                && number.isPresent()
                && AccountNumber.mayBeSame(number.get(), known.get().account()))
        .findFirst()
        .orElseThrow(() ->
            new BankRefused(
                request.file()
                    + " has statements of several accounts. Which one is '"
                    + asked.name()
                    + "'? "
                    + numbers.stream()
                        .flatMap(Optional::stream)
                        .map(number -> "--account " + asked.name() + "=" + number)
                        .collect(Collectors.joining(", or "))
                    + ". Nothing was imported."));
  }

  private Ready ready(
      BankRequest request,
      Optional<BankMapping> mapping,
      NamedAccount asked,
      Optional<String> number)
      throws BankRefused {
    Origin account = accounts.meant(asked, number);
    BankFile.Statements file =
        statements(request, new BankReading(mapping, number, Optional.of(account)));
    List<BankLine> lines = file.statements().stream().flatMap(one -> one.lines().stream()).toList();
    LedgerStore ledger = deployment.stores().ledger(book);
    List<BankLine> fresh =
        lines.stream().filter(line -> ledger.read(subject(line)).isEmpty()).toList();
    List<BankLine> alike = new AlikeLines(ledger).find(lines, fresh);
    if (request.alike() == BankRequest.Alike.REFUSED) {
      requireOthers(request, alike, fresh.size());
    }
    return new Ready(asked, number, account, file.statements(), lines, fresh, alike);
  }

  private static SubjectId subject(BankLine line) {
    return new SubjectId(SubjectId.Kind.BANK_LINE, line.origin(), line.id().value());
  }

  private static void requireOthers(BankRequest request, List<BankLine> alike, int fresh)
      throws BankRefused {
    if (!alike.isEmpty()) {
      throw new BankRefused(
          request.file()
              + ": "
              + alike.size()
              + " of "
              + fresh
              + " new lines have the day and amount of lines that are known with other words, the first on "
              + alike.getFirst().bookedOn()
              + ". The bank seems to tell the same days in another format, and they would count twice."
              + " If they are others: --as-new. Nothing was imported.");
    }
  }

  private ImportedAccount tell(
      BankRequest request, BankFormat format, Optional<Map<String, String>> settings, Ready one)
      throws BankRefused {
    ConnectionName connection = accounts.register(one.account(), one.asked().name());
    teller.tell(
        new Message(
            connection,
            deployment.clock().instant(),
            Message.Via.PERSON,
            BankSource.FILE,
            Bytes.of(
                BankMessage.write(
                    one.number(),
                    format == BankFormat.CSV ? settings : Optional.empty(),
                    request.bytes()))));
    List<PendingLine> pending =
        one.statements().stream().flatMap(told -> told.pending().stream()).toList();
    new PendingShelf(deployment.stores().state(book))
        .replace(
            one.account(),
            new PendingShelf.Pending(
                one.statements().stream().mapToLong(BankFile.Statement::version).max().orElse(0L),
                pending));
    return new ImportedAccount(
        one.asked().name(),
        one.account().account(),
        format.words(),
        one.statements().size(),
        one.lines().size(),
        one.fresh().size(),
        pending.size(),
        one.statements().stream()
            .flatMap(told -> told.statement().stream())
            .mapToLong(told -> told.differenceMinor())
            .reduce(0L, Math::addExact));
  }
}
