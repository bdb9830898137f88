package io.daybook.simulation.history;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.Fact;
import io.daybook.events.Movement;
import io.daybook.events.OrderPayment;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the shop says of card payments and refunds, and what the processor says of the same; and what one says alone. */
final class PaperMeetings {
  private record Said(Reference reference, long minor) {}

  private final List<BalanceTransaction> moves;
  private final List<Said> payments = new ArrayList<>();
  private final List<Said> refunds = new ArrayList<>();

  private PaperMeetings(List<BalanceTransaction> moves) {
    this.moves = moves;
  }

  static PaperMeetings of(Collection<Fact> facts) {
    PaperMeetings meetings =
        new PaperMeetings(
            facts.stream()
                .filter(BalanceTransaction.class::isInstance)
                .map(BalanceTransaction.class::cast)
                .filter(moved -> !Names.isContext(moved.at()))
                .toList());
    for (Fact fact : facts) {
      if (fact instanceof OrderPayment payment
          && payment.gateway().equals(Names.CARD)
          && !Names.isContext(payment.at())) {
        meetings.payments.add(new Said(payment.reference(), payment.amountMinor()));
      }
      if (fact instanceof Refund refund && !Names.isContext(refund.at())) {
        refund.payments().stream()
            .filter(payment -> payment.gateway().equals(Names.CARD))
            .forEach(payment ->
                meetings.refunds.add(new Said(payment.reference(), -payment.amountMinor())));
      }
    }
    return meetings;
  }

  private List<BalanceTransaction> moved(Movement movement) {
    return moves.stream().filter(moved -> moved.movement() == movement).toList();
  }

  /** The charge that the processor made for a payment that the shop tells of. */
  Optional<BalanceTransaction> charge(Reference payment) {
    boolean told = payments.stream().anyMatch(said -> said.reference().equals(payment));
    return other(payment, Movement.CHARGE).filter(_ -> told);
  }

  /** What the processor took for a refund that the shop tells of. */
  Optional<BalanceTransaction> refund(Reference refund) {
    boolean told = refunds.stream().anyMatch(said -> said.reference().equals(refund));
    return other(refund, Movement.REFUND).filter(_ -> told);
  }

  private Optional<BalanceTransaction> other(Reference reference, Movement movement) {
    return moved(movement).stream()
        .filter(moved -> moved.reference().filter(reference::equals).isPresent())
        .findFirst();
  }

  /** What only one of them tells of is nobody's, and lies on 2900 at the end; on which day it went there is not compared. */
  void write(Sheet sheet) {
    alone(1100, payments, Movement.CHARGE, sheet);
    alone(2230, refunds, Movement.REFUND, sheet);
  }

  private void alone(int account, List<Said> said, Movement movement, Sheet sheet) {
    for (Said one : said) {
      if (other(one.reference(), movement).isEmpty()) {
        unclaimed(account, one.minor(), sheet);
      }
    }
    for (BalanceTransaction moved : moved(movement)) {
      boolean told =
          said.stream()
              .anyMatch(one -> moved.reference().filter(one.reference()::equals).isPresent());
      if (!told) {
        unclaimed(account, -moved.amountMinor(), sheet);
      }
    }
  }

  private static void unclaimed(int account, long minor, Sheet sheet) {
    Sheet _ = sheet.debit("unclaimed", 2900, minor).debit("unclaimed", account, -minor);
  }
}
