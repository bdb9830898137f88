package io.daybook.export;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Book;
import io.daybook.ledger.Dimension;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.MappingLine;
import io.daybook.ledger.OwnNumber;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.ShownAccount;
import io.daybook.ledger.ShownAccounts;
import io.daybook.ledger.ShownBalance;
import io.daybook.ledger.ShownBalances;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.TrialBalance;
import io.daybook.reconciliation.Exceptions;
import io.daybook.reconciliation.PayoutStatement;
import io.daybook.reconciliation.PayoutStatements;
import io.daybook.statements.Ageing;
import io.daybook.statements.ExceptionsCsv;
import io.daybook.statements.Journal;
import io.daybook.statements.JournalFormat;
import io.daybook.statements.PayoutReport;
import io.daybook.statements.Report;
import io.daybook.statements.StatementFormat;
import io.daybook.statements.Summary;
import io.daybook.statements.SummaryJson;
import io.daybook.statements.TableReport;
import io.daybook.statements.TaxReport;
import io.daybook.statements.TrialBalanceReport;
import io.daybook.storage.deployment.Deployment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/** The statements and journals of one book, each as the bytes of a file. */
public final class BookExport {
  private static final int READS_AT_ONCE = 16;

  private static final Comparator<PayoutStatements.InShort> NEWEST_FIRST =
      Comparator.comparing((PayoutStatements.InShort one) -> one.payout().issuedAt())
          .reversed()
          .thenComparing(one -> one.subject().toString());

  private final Deployment deployment;
  private final Book book;
  private final LedgerStore ledger;
  private final StateStore state;
  private final Rules rules;
  private final RulesVersions versions;

  /**
   * The exports of a book.
   *
   * @throws IllegalStateException if nothing was ever connected to it
   */
  public BookExport(Deployment deployment, Book book) {
    this.deployment = deployment;
    this.book = book;
    this.ledger = deployment.stores().ledger(book);
    this.state = deployment.stores().state(book);
    this.versions = new RulesVersions(state);
    this.rules =
        versions
            .current()
            .orElseThrow(() -> new IllegalStateException("book " + book + " has no rules"));
  }

  /** The book's own currency. */
  public CurrencyCode currency() {
    return rules.currency();
  }

  /** Every account as of a day. */
  public TrialBalance trialBalance(LocalDate asOf, Optional<Instant> knownAt) {
    return balances().trialBalance(asOf, knownAt);
  }

  /** Every account as of a day as readers see it, split by a dimension if one is named. */
  public ShownBalance shownBalance(
      LocalDate asOf, Optional<Instant> knownAt, Optional<Dimension> by) {
    return new ShownBalances(ledger, shown(), deployment.clock()).asOf(asOf, knownAt, by);
  }

  /** The trial balance as a file. */
  public byte[] trialBalance(LocalDate asOf, Optional<Instant> knownAt, StatementFormat format) {
    return trialBalance(asOf, knownAt, Optional.empty(), format);
  }

  /** The trial balance as a file, split by a dimension if one is named. */
  public byte[] trialBalance(
      LocalDate asOf, Optional<Instant> knownAt, Optional<Dimension> by, StatementFormat format) {
    return write(
        new TrialBalanceReport(shownBalance(asOf, knownAt, by), rules.currency(), rules.zone()),
        format);
  }

  /** The tax of a period by jurisdiction and rate, and how it leads to the balance of 2010. */
  public TableReport tax(LocalDate from, LocalDate to, Optional<Instant> knownAt) {
    return TaxReport.of(
        book, rules.currency(), from, to, knownAt, entries(LocalDate.MIN, LocalDate.MAX, knownAt));
  }

  /** What is owed to suppliers, carriers and others as of a day, by how long it is overdue. */
  public TableReport payablesAgeing(LocalDate asOf) {
    return Ageing.of(book, asOf, new Payables(ledger, balances()).open(asOf));
  }

  /** A statement that is a table, as a file. */
  public byte[] table(TableReport report, StatementFormat format) {
    return write(report, format);
  }

  /** All payouts that have a statement, in order. */
  public List<PayoutStatement> payouts() {
    return statements().all();
  }

  /** The payouts that have a statement, in short, the newest first. Reads many at once: a store may be far away. */
  public List<PayoutStatements.InShort> payoutsInShort() {
    PayoutStatements statements = statements();
    List<SubjectId> subjects =
        state.list(StateStore.Kind.PAYOUT).stream()
            .map(item -> SubjectId.parse(item.id()))
            .toList();
    return subjects.stream()
        .gather(Gatherers.mapConcurrent(READS_AT_ONCE, statements::inShort))
        .flatMap(Optional::stream)
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** A payout's statement, by the processor's id. */
  public Optional<PayoutStatement> payout(String id) {
    Optional<SubjectId> subject =
        state.list(StateStore.Kind.PAYOUT).stream()
            .map(item -> SubjectId.parse(item.id()))
            .filter(known -> known.id().equals(id))
            .findFirst();
    return subject.flatMap(statements()::statement);
  }

  /** A payout's statement as a file. */
  public byte[] payout(PayoutStatement statement, StatementFormat format) {
    return write(new PayoutReport(statement, clearing(statement)), format);
  }

  /** The journal of a range of accounting days, as posted. */
  public byte[] journal(LocalDate from, LocalDate to, JournalFormat format) {
    StringBuilder text = new StringBuilder();
    try {
      format.write(
          Journal.asPosted("Daybook: " + book, rules.currency(), entries(from, to), shown()), text);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What the books cannot explain by themselves. */
  public List<Discrepancy> exceptions() {
    return new Exceptions(state).list();
  }

  /** The exceptions list as CSV. */
  public byte[] exceptionsCsv() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ExceptionsCsv.write(exceptions(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /** How many entries the book has up to a day. */
  public int entries(LocalDate to) {
    return entries(LocalDate.MIN, to).size();
  }

  /** The book in short, as of a day. */
  public Summary summary(LocalDate asOf) {
    return new Summary(
        new MessageCounts(deployment.stores().inbox(book), state).messages(),
        entries(asOf),
        shownBalance(asOf, Optional.empty(), Optional.empty()).rows().stream()
            .map(Summary.Account::of)
            .toList(),
        payouts().stream().map(Summary.Payout::of).toList(),
        exceptions().stream().map(Summary.Unexplained::of).toList());
  }

  /** The book in short, as JSON for scripts. */
  public byte[] summaryJson(LocalDate asOf) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      SummaryJson.write(summary(asOf), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private List<Step> entries(LocalDate from, LocalDate to) {
    return entries(from, to, Optional.empty());
  }

  private List<Step> entries(LocalDate from, LocalDate to, Optional<Instant> knownAt) {
    List<Step> entries = new ArrayList<>();
    for (LocalDate day : ledger.days()) {
      if (!day.isBefore(from) && !day.isAfter(to)) {
        entries.addAll(ledger.day(day, knownAt));
      }
    }
    return entries;
  }

  /** Where today's rules show a processor's clearing account when a payout leaves it. */
  private ShownAccount clearing(PayoutStatement statement) {
    MappingLine.Place place =
        new MappingLine.Place(
            statement.processor(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Optional<OwnNumber> own =
        rules
            .chart()
            .mappingOn(statement.issuedOn())
            .line(statement.clearing(), place)
            .map(MappingLine::own);
    return shown().of(statement.clearing(), own);
  }

  private ShownAccounts shown() {
    return ShownAccounts.of(versions.charts());
  }

  private Balances balances() {
    return Balances.unsealed(ledger, deployment.clock());
  }

  private PayoutStatements statements() {
    return new PayoutStatements(ledger, state, balances(), rules);
  }

  private static byte[] write(Report report, StatementFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      report.write(format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a statement in memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
