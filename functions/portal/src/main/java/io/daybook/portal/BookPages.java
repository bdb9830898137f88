package io.daybook.portal;

import io.daybook.events.Payout;
import io.daybook.export.BookExport;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Rules;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.ExceptionRow;
import io.daybook.portal.page.ExceptionWords;
import io.daybook.portal.page.ExceptionsView;
import io.daybook.portal.page.Link;
import io.daybook.portal.page.OverviewView;
import io.daybook.portal.page.OverviewView.PayoutRow;
import io.daybook.portal.page.Words;
import io.daybook.reconciliation.PayoutStatement.Status;
import io.daybook.reconciliation.PayoutStatements.InShort;
import io.daybook.storage.deployment.Deployment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/** What the overview and the exceptions list of a book show. */
final class BookPages {
  /** As many payouts as a person reads; more are a click away. */
  static final int PAYOUTS = 50;

  private static final int EXCEPTIONS_AT_A_GLANCE = 5;
  private static final int EXCEPTIONS = 200;
  private static final int READS_AT_ONCE = 16;

  private final Book book;
  private final LedgerStore ledger;
  private final BookExport export;
  private final Paths paths;
  private final LocalDate today;

  BookPages(Deployment deployment, Book book, Rules rules) {
    this.book = book;
    this.ledger = deployment.stores().ledger(book);
    this.export = new BookExport(deployment, book);
    this.paths = new Paths(book);
    this.today = rules.day(deployment.clock().instant());
  }

  /** The overview with at most so many payouts. */
  OverviewView overview(int most) {
    List<InShort> payouts = export.payoutsInShort();
    List<Discrepancy> exceptions = export.exceptions();
    long wrong = payouts.stream().filter(one -> one.status() == Status.DIFFERENCE).count();
    long waiting = payouts.stream().filter(one -> one.status() != Status.RECONCILED).count();
    return new OverviewView(
        book.name(),
        verdict(payouts.size(), wrong, waiting, exceptions.size()),
        wrong > 0 || !exceptions.isEmpty()
            ? Badge.Tone.BAD
            : waiting > 0 ? Badge.Tone.WAITING : Badge.Tone.GOOD,
        payouts.stream().limit(most).map(this::row).toList(),
        Math.max(0, payouts.size() - most),
        paths.allPayouts(),
        rows(exceptions, EXCEPTIONS_AT_A_GLANCE),
        exceptions.size(),
        paths.exceptions());
  }

  /** What the book cannot explain. */
  ExceptionsView exceptions() {
    List<Discrepancy> all = export.exceptions();
    return new ExceptionsView(
        book.name(),
        rows(all, EXCEPTIONS),
        all.size(),
        Link.to(paths.exceptionsFile(), "Exceptions as CSV"));
  }

  private static String verdict(int payouts, long wrong, long waiting, int exceptions) {
    if (payouts == 0 && exceptions == 0) {
      return "Nothing has come in yet that is paid out.";
    }
    String ties =
        wrong == 0
            ? Words.counted(payouts, "payout", "payouts") + " known, none with a difference"
            : Words.count(wrong)
                + " of "
                + Words.counted(payouts, "payout", "payouts")
                + (wrong == 1 ? " does not tie" : " do not tie");
    String rest =
        waiting - wrong > 0 ? ", " + Words.count(waiting - wrong) + " not at the bank yet" : "";
    String open =
        exceptions == 0
            ? "; nothing is unexplained."
            : "; " + Words.counted(exceptions, "exception wants", "exceptions want") + " a look.";
    return ties + rest + open;
  }

  private PayoutRow row(InShort one) {
    Payout payout = one.payout();
    return new PayoutRow(
        paths.payout(payout.id().value()),
        payout.id().value(),
        payout.origin().platform(),
        Words.day(one.madeOn()),
        one.arrivedOn().map(Words::day).orElse("–"),
        Words.money(payout.amountMinor(), payout.currency()),
        Badge.of(one.status()),
        one.status() == Status.DIFFERENCE
            ? Words.money(one.differenceMinor(), payout.currency())
            : "");
  }

  private List<ExceptionRow> rows(List<Discrepancy> all, int most) {
    return all.stream()
        .limit(most)
        .gather(Gatherers.mapConcurrent(READS_AT_ONCE, this::row))
        .toList();
  }

  private ExceptionRow row(Discrepancy found) {
    Optional<SubjectId> subject = subject(found.subject());
    Optional<LocalDate> since = subject.flatMap(this::since);
    return new ExceptionRow(
        ExceptionWords.title(found.kind()),
        found.subject(),
        subject
            .filter(known -> known.kind() == SubjectId.Kind.PAYOUT)
            .map(known -> paths.payout(known.id())),
        found.currency().map(currency -> Words.money(found.minor(), currency)),
        since.map(Words::day),
        since.map(day -> Words.days(day, today)),
        Words.sentence(found.reason()),
        ExceptionWords.advice(found.kind()));
  }

  /** Not everything that is wrong is about a log: two tellings of a fact are about its key. */
  private static Optional<SubjectId> subject(String text) {
    try {
      return Optional.of(SubjectId.parse(text));
    } catch (IllegalArgumentException anotherName) {
      return Optional.empty();
    }
  }

  /** The day that the first of its entries belongs to, if it has one. */
  private Optional<LocalDate> since(SubjectId subject) {
    List<Step> log = ledger.read(subject);
    return log.stream()
        .flatMap(step -> step.entry().stream())
        .map(entry -> entry.belongsTo())
        .min(Comparator.naturalOrder());
  }
}
