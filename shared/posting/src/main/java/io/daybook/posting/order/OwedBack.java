package io.daybook.posting.order;

import io.daybook.events.Reference;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import java.util.ArrayDeque;
import java.util.Deque;

/** Money owed back to the customer that no refund has paid out yet: it stands on 2230, each item under a reference. */
final class OwedBack {
  private record Item(Reference reference, long minor) {}

  private final Deque<Item> items = new ArrayDeque<>();

  /** Owes an amount back, crediting it; 0 owes nothing. */
  void owe(Reference reference, long minor, Legs legs) {
    if (minor > 0) {
      items.add(new Item(reference, minor));
      legs.credit(Accounts.REFUNDS_PAYABLE, reference, minor);
    }
  }

  /** Takes up to an amount, oldest first, debiting it; how much it took. */
  long take(long atMost, Legs legs) {
    long left = atMost;
    while (left > 0 && !items.isEmpty()) {
      Item oldest = items.removeFirst();
      long taken = Math.min(left, oldest.minor());
      legs.debit(Accounts.REFUNDS_PAYABLE, oldest.reference(), taken);
      left -= taken;
      if (oldest.minor() > taken) {
        items.addFirst(new Item(oldest.reference(), oldest.minor() - taken));
      }
    }
    return atMost - left;
  }
}
