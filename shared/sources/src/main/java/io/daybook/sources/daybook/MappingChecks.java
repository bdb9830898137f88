package io.daybook.sources.daybook;

import io.daybook.events.ChartChange;
import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.AccountType;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.MappingLine;
import io.daybook.ledger.MappingScope;
import io.daybook.ledger.OwnNumber;
import io.daybook.sources.FileProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds the lines of a mapping file against the default chart, the book and each other. */
final class MappingChecks {
  private static final int MOST_LETTERS = 100;

  /** What an own account was first said to be. */
  private record FirstSaid(int line, String name, AccountType type) {}

  /** What two lines must not both mean. */
  private record Meaning(AccountCode account, MappingLine.Only only) {}

  private final String fileName;
  private final KnownBook book;
  private final List<FileProblem> problems = new ArrayList<>();
  private final Map<OwnNumber, FirstSaid> owns = new HashMap<>();
  private final Map<Meaning, Integer> meanings = new HashMap<>();

  MappingChecks(String fileName, KnownBook book) {
    this.fileName = fileName;
    this.book = book;
  }

  /** All that is wrong. */
  List<FileProblem> problems() {
    return problems;
  }

  /**
   * The lines that can be read.
   *
   * @param whole whether the rows are all of the file: else it is not said what is missing in them
   */
  List<ChartChange.Line> lines(List<MappingRow> rows, boolean whole) {
    if (rows.size() > ChartChange.MAX_LINES) {
      wrong(0, "the file", "at most " + ChartChange.MAX_LINES + " lines");
      return List.of();
    }
    List<ChartChange.Line> lines = new ArrayList<>();
    rows.forEach(row -> line(row).ifPresent(lines::add));
    if (whole) {
      rows.forEach(this::notTaken);
      requireAllUsed();
    }
    return lines;
  }

  private void wrong(int line, String field, String expected) {
    problems.add(new FileProblem(fileName, line, field, expected));
  }

  private void wrong(MappingRow row, MappingColumn column, String expected) {
    wrong(row.line(), column.header(), expected);
  }

  private Optional<ChartChange.Line> line(MappingRow row) {
    Optional<AccountCode> account = account(row);
    Optional<OwnNumber> own = own(row);
    String name = name(row);
    Optional<Origin> connection = connection(row);
    account.ifPresent(of -> scope(row, of));
    if (account.isEmpty() || own.isEmpty()) {
      return Optional.empty();
    }
    Optional<AccountType> type = type(row, account.get(), own.get(), name);
    AccountCode meant =
        row.of(MappingColumn.TENDER)
            .map(by -> AccountCode.of(account.get().number(), by))
            .orElse(account.get());
    if (row.of(MappingColumn.CONNECTION).isPresent() && connection.isEmpty()) {
      return Optional.empty();
    }
    once(
        row,
        new Meaning(
            meant,
            new MappingLine.Only(
                row.of(MappingColumn.LOCATION),
                row.of(MappingColumn.PRODUCT_TYPE),
                row.of(MappingColumn.CHANNEL),
                connection,
                row.of(MappingColumn.JURISDICTION))));
    return type.map(kind ->
        new ChartChange.Line(
            account.get().toString(),
            connection,
            row.of(MappingColumn.CHANNEL),
            row.of(MappingColumn.LOCATION),
            row.of(MappingColumn.TENDER),
            row.of(MappingColumn.JURISDICTION),
            row.of(MappingColumn.PRODUCT_TYPE),
            own.get().value(),
            name,
            kind.word()));
  }

  private Optional<AccountCode> account(MappingRow row) {
    Optional<AccountCode> account;
    try {
      account = Optional.of(AccountCode.parse(row.text(MappingColumn.ACCOUNT)));
    } catch (IllegalArgumentException e) {
      wrong(
          row,
          MappingColumn.ACCOUNT,
          "an account of the default chart, such as 4000 or 1010:stripe"
              + quoted(row.text(MappingColumn.ACCOUNT)));
      return Optional.empty();
    }
    if (!ChartOfAccounts.has(account.get())) {
      wrong(
          row,
          MappingColumn.ACCOUNT,
          "an account that the default chart has, not " + account.get() + "; 'chart' lists them");
      return Optional.empty();
    }
    return account;
  }

  /** What stands there, where it could be an account: a person's name that slipped into the column is not repeated. */
  private static String quoted(String account) {
    return account.matches("[0-9][0-9A-Za-z._:-]{0,29}") ? ", not " + account : "";
  }

  private Optional<OwnNumber> own(MappingRow row) {
    try {
      return Optional.of(new OwnNumber(row.text(MappingColumn.NUMBER)));
    } catch (IllegalArgumentException e) {
      wrong(
          row,
          MappingColumn.NUMBER,
          "1 to 30 letters, digits, '.', '_', '-', the first a letter or digit");
      return Optional.empty();
    }
  }

  private String name(MappingRow row) {
    String name = row.text(MappingColumn.NAME);
    if (name.isEmpty()
        || name.length() > MOST_LETTERS
        || name.chars().anyMatch(Character::isISOControl)) {
      wrong(row, MappingColumn.NAME, "a name of 1 to " + MOST_LETTERS + " characters on one line");
    }
    return name;
  }

  private Optional<Origin> connection(MappingRow row) {
    Optional<String> said = row.of(MappingColumn.CONNECTION);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Optional<Origin> found =
        Optional.ofNullable(book.connections().get(said.get()))
            .or(() ->
                book.connections().values().stream()
                    .filter(origin -> origin.toString().equals(said.get()))
                    .findFirst());
    if (found.isEmpty()) {
      wrong(
          row,
          MappingColumn.CONNECTION,
          book.connections().isEmpty()
              ? "nothing: the book has no connection"
              : "a connection of the book: "
                  + String.join(", ", new TreeSet<>(book.connections().keySet())));
    }
    return found;
  }

  /** What narrows an account must be known to everybody who posts to it, or what they post would never meet there. */
  private void scope(MappingRow row, AccountCode account) {
    MappingScope scope = MappingScope.of(account.number());
    for (MappingColumn column :
        List.of(MappingColumn.LOCATION, MappingColumn.CHANNEL, MappingColumn.CONNECTION)) {
      if (row.of(column).isPresent() && !scope.byPlace()) {
        wrong(row, column, "nothing: what meets on " + account.number() + " is not told of one");
      }
    }
    if (row.of(MappingColumn.PRODUCT_TYPE).isPresent() && !scope.byProduct()) {
      wrong(
          row,
          MappingColumn.PRODUCT_TYPE,
          "nothing: " + account.number() + " is not kept by order line");
    }
    if (row.of(MappingColumn.TENDER).isPresent()
        && (!scope.byTender() || !account.qualifier().isEmpty())) {
      wrong(
          row,
          MappingColumn.TENDER,
          scope.byTender()
              ? "nothing: the account says it already"
              : "nothing: only "
                  + MappingScope.TENDERS.stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(" and "))
                  + " are kept by it");
    }
    if (row.of(MappingColumn.JURISDICTION).isPresent()
        && (!scope.byJurisdiction() || !account.qualifier().isEmpty())) {
      wrong(
          row,
          MappingColumn.JURISDICTION,
          scope.byJurisdiction()
              ? "nothing: the account says it already"
              : "nothing: " + account.number() + " is not kept by it");
    }
  }

  private Optional<AccountType> type(
      MappingRow row, AccountCode account, OwnNumber own, String name) {
    AccountType of = ChartOfAccounts.account(account).type();
    FirstSaid first = owns.get(own);
    Optional<String> said = row.of(MappingColumn.TYPE);
    Optional<AccountType> type =
        said.isPresent()
            ? AccountType.ofWord(said.get())
            : Optional.of(first == null ? of : first.type);
    if (type.isEmpty()) {
      wrong(row, MappingColumn.TYPE, "one of " + AccountType.words());
      return Optional.empty();
    }
    if (!of.mayBeShownAs(type.get())) {
      wrong(
          row,
          said.isPresent() ? MappingColumn.TYPE : MappingColumn.NUMBER,
          "an account of the kind of " + account.number() + ", which is " + of.word());
    }
    if (first == null) {
      owns.put(own, new FirstSaid(row.line(), name, type.get()));
    } else {
      if (!first.name.equals(name)) {
        wrong(row, MappingColumn.NAME, "the name that line " + first.line + " gives the account");
      }
      if (said.isPresent() && first.type != type.get()) {
        wrong(
            row,
            MappingColumn.TYPE,
            first.type.word() + ", as line " + first.line + " says of the account");
      }
    }
    return type;
  }

  private void once(MappingRow row, Meaning meaning) {
    Integer before = meanings.putIfAbsent(meaning, row.line());
    if (before != null) {
      wrong(
          row,
          MappingColumn.ACCOUNT,
          "something that no other line means; line " + before + " means the same");
    }
  }

  /** An own number that is also shown for a default account without a line would be two accounts in one. */
  private void notTaken(MappingRow row) {
    for (AccountCode used : book.used()) {
      if (!isMapped(used) && used.toString().equals(row.text(MappingColumn.NUMBER))) {
        wrong(
            row,
            MappingColumn.NUMBER,
            "another number: " + used + " is used by the book and has no line of its own");
      }
    }
  }

  private boolean isMapped(AccountCode account) {
    return meanings.containsKey(new Meaning(account, MappingLine.Only.ALL))
        || meanings.containsKey(
            new Meaning(AccountCode.of(account.number()), MappingLine.Only.ALL));
  }

  private void requireAllUsed() {
    Set<Integer> said = new HashSet<>();
    for (AccountCode used : new TreeSet<>(book.used())) {
      if (!isMapped(used) && said.add(used.number())) {
        wrong(
            0,
            MappingColumn.ACCOUNT.header(),
            "a line for all of "
                + used.number()
                + " ("
                + ChartOfAccounts.account(used).name()
                + "): the book has posted to it");
      }
    }
  }
}
