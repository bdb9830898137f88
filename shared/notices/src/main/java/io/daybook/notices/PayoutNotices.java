package io.daybook.notices;

import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import java.util.List;
import java.util.Optional;

/** Payouts on the exceptions list that are not the sum of their transactions. */
public final class PayoutNotices {
  private PayoutNotices() {}

  /** One for each such payout. */
  public static List<Notice> of(Book book, List<Discrepancy> exceptions) {
    return exceptions.stream()
        .filter(found -> found.kind() == Discrepancy.Kind.PAYOUT_DOES_NOT_TIE)
        .map(found -> notice(book, found))
        .toList();
  }

  private static Notice notice(Book book, Discrepancy found) {
    Optional<Money> amount = found.currency().map(currency -> new Money(found.minor(), currency));
    String[] parts = found.subject().split("/", 3);
    String id = parts.length == 3 ? parts[2] : found.subject();
    String whose = parts.length == 3 ? " of " + parts[1] : "";
    String words = amount.map(Money::toString).orElse("an unknown amount");
    return new Notice(
        NoticeKind.PAYOUT_DOES_NOT_TIE,
        book,
        found.subject(),
        "Payout " + id + whose + " does not tie: " + words,
        List.of(
            "Found: " + found.reason() + ".",
            "The difference stands on account 2900, Reconciliation in process; nothing is lost and"
                + " nothing was made up.",
            "Next: './daybook pull' asks the processor again; if the difference stays, compare the"
                + " payout's statement ('./daybook statement payout "
                + id
                + "') with the processor's own and write to the processor with both."),
        amount,
        words,
        Optional.empty(),
        Paths.payout(book, id));
  }
}
