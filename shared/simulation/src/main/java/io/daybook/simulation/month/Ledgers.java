package io.daybook.simulation.month;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The processors' own ledgers, and what they pay out. */
final class Ledgers {
  private final Ids ids;
  private final List<Movement> movements = new ArrayList<>();
  private final List<Payout> payouts = new ArrayList<>();

  Ledgers(Ids ids) {
    this.ids = ids;
  }

  List<Movement> movements() {
    return movements.stream()
        .sorted(Comparator.comparing(Movement::at).thenComparing(Movement::id))
        .toList();
  }

  List<Payout> payouts() {
    return payouts.stream().sorted(Comparator.comparing(Payout::at)).toList();
  }

  void add(Order order) {
    Processor processor = order.processor();
    for (Payment payment : order.payments()) {
      long fee = processor.feeMinor(payment.amountMinor());
      String source = processor == Processor.STRIPE ? payment.reference() : ids.digits(13);
      movements.add(
          new Movement(
              processor,
              id(processor),
              Movement.Kind.CHARGE,
              payment.amountMinor(),
              fee,
              payment.at(),
              available(payment.at()),
              source,
              Optional.of(payment.id()),
              Optional.of(order)));
    }
    for (Refund refund : order.refunds()) {
      String source = processor == Processor.STRIPE ? refund.reference() : ids.digits(13);
      Instant at = refund.at().plusSeconds(1);
      movements.add(
          new Movement(
              processor,
              id(processor),
              Movement.Kind.REFUND,
              -refund.amountMinor(),
              0,
              at,
              at,
              source,
              Optional.of(refund.transactionId()),
              Optional.of(order)));
    }
  }

  StrayCharge stray(Instant at, long amountMinor) {
    String id = ids.stripe("ch");
    Movement movement =
        new Movement(
            Processor.STRIPE,
            id(Processor.STRIPE),
            Movement.Kind.CHARGE,
            amountMinor,
            Processor.STRIPE.feeMinor(amountMinor),
            at,
            available(at),
            id,
            Optional.empty(),
            Optional.empty());
    movements.add(movement);
    return new StrayCharge(id, movement);
  }

  Dispute dispute(Order order, Instant openedAt, Instant lostAt) {
    Payment payment = order.payments().getFirst();
    String id = ids.stripe("du");
    Movement withdrawal =
        new Movement(
            Processor.STRIPE,
            id(Processor.STRIPE),
            Movement.Kind.DISPUTE,
            -payment.amountMinor(),
            Dispute.FEE_MINOR,
            openedAt,
            openedAt,
            id,
            Optional.empty(),
            Optional.of(order));
    movements.add(withdrawal);
    return new Dispute(id, order, payment, "fraudulent", openedAt, lostAt, withdrawal);
  }

  /** Pays out what is available and was not paid out before; {@code shortMinor} less than that, and never says why. */
  void payOut(Processor processor, Instant at, long shortMinor) {
    List<Movement> due =
        movements().stream()
            .filter(movement ->
                movement.processor() == processor && movement.kind() != Movement.Kind.PAYOUT)
            .filter(movement -> !movement.availableAt().isAfter(at) && !movement.at().isAfter(at))
            .filter(movement ->
                payouts.stream().noneMatch(payout -> payout.movements().contains(movement)))
            .toList();
    long amount = due.stream().mapToLong(Movement::netMinor).sum() - shortMinor;
    String id = processor == Processor.STRIPE ? "po_1QB" + ids.letters(21) : ids.digits(12);
    Movement own =
        new Movement(
            processor,
            id(processor),
            Movement.Kind.PAYOUT,
            -amount,
            0,
            at,
            at,
            id,
            Optional.empty(),
            Optional.empty());
    movements.add(own);
    LocalDate arrives = businessDaysAfter(LocalDate.ofInstant(at, ZoneOffset.UTC), 2);
    payouts.add(new Payout(processor, id, at, arrives, amount, ids.digits(15), due, own));
  }

  private String id(Processor processor) {
    return processor == Processor.STRIPE ? ids.stripe("txn") : ids.nextOfLedger();
  }

  /** Two business days later, at midnight UTC, as both processors do. */
  private static Instant available(Instant at) {
    return businessDaysAfter(LocalDate.ofInstant(at, ZoneOffset.UTC), 2)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  static LocalDate businessDaysAfter(LocalDate from, int days) {
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -=
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
              ? 0
              : 1;
    }
    return day;
  }
}
