package io.daybook.ledger.policy;

import io.daybook.events.Tender;
import java.util.Map;

/**
 * What customers pay with.
 *
 * @param tips what a tip is (cases 1 and 66); default owed to staff
 * @param gateways by the shop's own name of a way to pay, what it is: shops let merchants invent names for cash, wires and
 *     cash on delivery; default none, so that a name without a feed has an unproven clearing account (rule A1)
 */
public record TenderPolicy(Tips tips, Map<String, Tender> gateways) {
  /** What a tip is. */
  public enum Tips {
    /** Owed to staff, 2220. */
    LIABILITY,
    /** Not passed on: 4040. */
    INCOME
  }

  /** Copies the map. */
  public TenderPolicy {
    gateways = KeyOrder.copyOf(gateways);
  }

  /** What a book starts with. */
  public static TenderPolicy standard() {
    return new TenderPolicy(Tips.LIABILITY, Map.of());
  }
}
