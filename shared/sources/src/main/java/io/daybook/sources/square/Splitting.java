package io.daybook.sources.square;

import io.daybook.events.Refund;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides what is paid back among the sales that something is returned of. */
final class Splitting {
  private Splitting() {}

  /**
   * Takes payments from the front of a list until they make an amount; the one that is more is cut in two.
   *
   * @param from loses what is taken
   * @param index makes the cut part's id its own
   */
  static List<Refund.Payment> take(List<Refund.Payment> from, long minor, int index) {
    List<Refund.Payment> taken = new ArrayList<>();
    long left = minor;
    while (left > 0 && !from.isEmpty()) {
      Refund.Payment next = from.removeFirst();
      long part = Math.min(left, next.amountMinor());
      if (part < next.amountMinor()) {
        from.addFirst(part(next, next.id().value(), next.amountMinor() - part));
        next = part(next, next.id().value() + "-" + index, part);
      }
      taken.add(next);
      left -= part;
    }
    return taken;
  }

  /** The same with a cash total's rounding on the first payment in cash. */
  static List<Refund.Payment> rounded(List<Refund.Payment> payments, long rounding) {
    List<Refund.Payment> rounded = new ArrayList<>();
    long left = rounding;
    for (Refund.Payment payment : payments) {
      boolean takesIt = left != 0 && payment.tender().filter(Tender.CASH::equals).isPresent();
      rounded.add(
          takesIt
              ? new Refund.Payment(
                  payment.id(),
                  payment.gateway(),
                  payment.amountMinor(),
                  payment.reference(),
                  payment.tender(),
                  Optional.of(left))
              : payment);
      left = takesIt ? 0 : left;
    }
    return rounded;
  }

  private static Refund.Payment part(Refund.Payment of, String id, long minor) {
    return new Refund.Payment(
        new TransactionId(id),
        of.gateway(),
        minor,
        of.reference(),
        of.tender(),
        of.roundingMinor());
  }
}
