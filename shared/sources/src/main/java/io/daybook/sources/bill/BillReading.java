package io.daybook.sources.bill;

import io.daybook.events.Bill;
import java.util.Optional;

/**
 * What a person says about a bill's file.
 *
 * @param kind what is billed, where the file does not tell it item by item
 * @param tax what becomes of tax on it
 * @param mapping how CSV is read
 */
public record BillReading(Bill.Kind kind, Tax tax, Optional<BillMapping> mapping) {
  /** What becomes of the tax on a bill. */
  public enum Tax {
    /** It can be claimed back: 1330. */
    CLAIMED_BACK,
    /** It belongs to what was bought. */
    COST
  }
}
