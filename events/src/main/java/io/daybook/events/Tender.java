package io.daybook.events;

/** What a customer pays with, or is paid back with: which account takes it. */
public enum Tender {
  /** Through a processor: 1100, where its ledger meets the order. */
  CARD,
  /** A gift card, 2200: redeems a liability and moves no money. */
  GIFT_CARD,
  /** Store credit, 2210. */
  STORE_CREDIT,
  /** Cash in the drawer, 1020. */
  CASH,
  /** Cash on delivery: the carrier owes it, 1150. */
  COD,
  /** A bank transfer or cheque: only its bank line moves 1000 (rule A15). */
  WIRE
}
