package io.daybook.books;

import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.SubjectId;

/**
 * Registers the subjects that reconciliation looks at: before something new is stored, so that nothing can be stored and
 * not looked at, and after it, so that who looked meanwhile looks again.
 */
final class OpenItems {
  private final StateStore state;

  OpenItems(StateStore state) {
    this.state = state;
  }

  /** Whether reconciliation looks at subjects of this kind by themselves. */
  static boolean concern(SubjectId subject) {
    return switch (subject.kind()) {
      case PAYOUT, DISPUTE, BANK_LINE, BANK_STATEMENT -> true;
      case ORDER,
          TRANSACTION,
          ITEM,
          OPENING,
          UNCLAIMED,
          PERIOD,
          MANUAL,
          REVERSAL,
          AUDIT,
          LABEL,
          WALLET,
          CLAIM,
          REMITTANCE,
          BILL,
          RECEIPT,
          STOCK,
          COMMISSION,
          CASH,
          LOAN,
          TAX_RETURN,
          ACCRUAL,
          BREAKAGE,
          STORE_CREDIT,
          RATE,
          EXCHANGE ->
          false;
    };
  }

  void register(SubjectId subject) {
    switch (subject.kind()) {
      case PAYOUT -> {
        add(Kind.PAYOUT, subject);
        add(Kind.OPEN_ITEM, subject);
      }
      case DISPUTE, BANK_LINE, BANK_STATEMENT -> add(Kind.OPEN_ITEM, subject);
      case ORDER,
          TRANSACTION,
          ITEM,
          OPENING,
          UNCLAIMED,
          PERIOD,
          MANUAL,
          REVERSAL,
          AUDIT,
          LABEL,
          WALLET,
          CLAIM,
          REMITTANCE,
          BILL,
          RECEIPT,
          STOCK,
          COMMISSION,
          CASH,
          LOAN,
          TAX_RETURN,
          ACCRUAL,
          BREAKAGE,
          STORE_CREDIT,
          RATE,
          EXCHANGE -> {
        // Found by the legs they post.
      }
    }
  }

  /** An item that exists gets a new version, so that a reconciliation under way does not take it off unseen. */
  private void add(Kind kind, SubjectId subject) {
    long version = state.get(kind, subject.toString()).map(StateStore.Item::version).orElse(0L);
    // A lost race means that somebody else has just done the same.
    boolean _ = state.put(new Write(kind, subject.toString(), version, "{}"));
  }
}
