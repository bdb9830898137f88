package io.daybook.books.bill;

import io.daybook.events.Bill;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Rules;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Accounts;
import io.daybook.sources.bill.ToldBill;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands accrued for a label (2005) or was collected for an order (2030) when a bill for it comes in. A carrier bills
 * within half a year of the label; what is older stays accrued, and the bill is an expense of its day.
 */
final class Expected {
  private static final int DAYS = 183;

  private final LedgerStore ledger;
  private final Rules rules;
  private final Map<Reference, Long> accrued = new HashMap<>();

  /**
   * What the ledger holds before a bill.
   *
   * @param bill its own earlier versions count for nothing
   */
  Expected(LedgerStore ledger, Rules rules, SubjectId bill, LocalDate issuedOn) {
    this.ledger = ledger;
    this.rules = rules;
    ledger.days().stream()
        .filter(day -> !day.isBefore(issuedOn.minusDays(DAYS)))
        .flatMap(day -> ledger.day(day, Optional.empty()).stream())
        .filter(step -> !step.subject().equals(bill))
        .flatMap(Expected::legs)
        .filter(leg -> leg.account().equals(Accounts.ACCRUED_CARRIAGE))
        .forEach(leg ->
            leg.reference().ifPresent(ref -> accrued.merge(ref, leg.minor(), Math::addExact)));
  }

  private static Stream<Leg> legs(Step step) {
    return step.entry().stream().flatMap(entry -> entry.legs().stream());
  }

  /** Of an item; what is taken for one item is not there for the next. */
  long take(ToldBill.Item item) {
    if (item.forWhat().isEmpty()) {
      return 0;
    }
    Reference what = item.forWhat().get();
    return switch (item.kind()) {
      case CARRIAGE -> Math.max(0L, Math.negateExact(taken(accrued, what)));
      case DUTY -> collected(what);
      case GOODS, LANDED_COST, EXPENSE, INPUT_VAT, SELF_ASSESSED_VAT -> 0;
    };
  }

  private static long taken(Map<Reference, Long> from, Reference what) {
    Long open = from.remove(what);
    return open == null ? 0 : open;
  }

  /** An order's duties, whichever shop it is of. */
  private long collected(Reference order) {
    long sum = 0;
    for (Origin shop : rules.cutOver().keySet()) {
      for (Step step : ledger.read(new SubjectId(SubjectId.Kind.ORDER, shop, order.value()))) {
        sum =
            legs(step)
                .filter(leg -> leg.account().number() == Accounts.DUTIES.number())
                .mapToLong(Leg::minor)
                .reduce(sum, Math::addExact);
      }
    }
    return Math.max(0L, Math.negateExact(sum));
  }

  /** Whether a kind of item is held against what was expected. */
  static boolean isCompared(Bill.Kind kind) {
    return kind == Bill.Kind.CARRIAGE || kind == Bill.Kind.DUTY;
  }
}
