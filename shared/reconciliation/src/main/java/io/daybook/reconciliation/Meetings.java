package io.daybook.reconciliation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.daybook.events.Reference;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.OpenItem;
import io.daybook.ledger.OpenItems;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.SubjectId.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The walk over the meeting accounts, from the {@link Horizon} of the run before. What it costs depends on what happened
 * since and what stands open; of settled days only what was recorded since is read.
 */
final class Meetings {
  /** Payments receivable: orders and charges. */
  static final int PAYMENTS = 1100;

  /** Refunds payable: refunds granted and refunds paid. */
  static final int REFUNDS = 2230;

  /** Disputes receivable. */
  static final int DISPUTES = 1200;

  /** Payouts in transit: payouts and bank lines. */
  static final int TRANSIT = 1005;

  /**
   * What was recorded less long ago is read again by the next run: the index by day may lag, and what is folded away is
   * never looked at again.
   */
  static final Duration FOLDS_AFTER = Duration.ofDays(1);

  private static final TypeReference<Horizon> HORIZON = new TypeReference<>() {};
  private static final String CURSOR = "reconcile/meetings";

  private final List<OpenItem> items;
  private final Optional<Horizon> before;
  private final long version;

  private Meetings(List<OpenItem> items, Optional<Horizon> before, long version) {
    this.items = items;
    this.before = before;
    this.version = version;
  }

  /** Walks. */
  static Meetings walk(LedgerStore ledger, StateStore state) {
    Optional<Item> held = state.get(StateStore.Kind.CURSOR, CURSOR);
    Optional<Horizon> before = held.map(item -> StateJson.read(item, HORIZON));
    OpenItems items = new OpenItems(Set.of(TRANSIT, PAYMENTS, DISPUTES, REFUNDS));
    before.ifPresent(horizon -> horizon.carried().forEach(items::add));
    for (LocalDate day : ledger.days()) {
      if (before.isPresent() && day.isBefore(before.get().from())) {
        ledger.daySince(day, before.get().knownTo()).forEach(items::add);
      } else {
        ledger.day(day, Optional.empty()).forEach(items::add);
      }
    }
    return new Meetings(items.all(), before, held.map(Item::version).orElse(0L));
  }

  /** Everything on an account of this number. */
  List<Meeting> on(int account) {
    return items.stream()
        .filter(item -> item.account().number() == account)
        .map(Meeting::new)
        .toList();
  }

  /** The payouts taken over at cut-over that no bank line has proven yet. */
  Set<Reference> openTransits() {
    return on(TRANSIT).stream()
        .filter(meeting -> meeting.openMinor() != 0 && !meeting.of(Kind.OPENING).isEmpty())
        .map(meeting -> meeting.item().reference())
        .collect(Collectors.toSet());
  }

  /** From where the next run walks, to be written. */
  Optional<Write> next(Instant now, LocalDate today) {
    Instant settled = now.minus(FOLDS_AFTER);
    Instant knownTo =
        before.map(Horizon::knownTo).filter(known -> known.isAfter(settled)).orElse(settled);
    return Horizon.after(before, items, knownTo, today, Horizon.MAX_CARRIED)
        .filter(next -> !Optional.of(next).equals(before))
        .map(next -> new Write(StateStore.Kind.CURSOR, CURSOR, version, StateJson.write(next)));
  }
}
