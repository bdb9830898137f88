package io.daybook.simulation.month;

/** What shall befall an order. Each names a situation whose right answer is beyond doubt. */
enum Fate {
  /** Shipped in one parcel. */
  SHIPPED,
  /** Shipped in two parcels, line by line or by quantity. */
  SHIPPED_IN_PARTS,
  /** The first parcel leaves, the second one not this month. */
  SHIPPED_IN_PART,
  /** Does not leave this month: deferred revenue. */
  WAITING,
  /** Refunded in full before shipment, order cancelled. */
  CANCELLED,
  /** One line given back before shipment; the rest ships. */
  LINE_CANCELLED,
  /** All lines and the shipping refunded after shipment, all back in stock. */
  RETURNED,
  /** One of a line refunded after shipment, back in stock. */
  PART_RETURNED,
  /** A line refunded after shipment; the goods stay with the customer. */
  PART_LOST,
  /** The shipping refunded after shipment. */
  SHIPPING_REFUNDED,
  /** Five dollars of goodwill after shipment. */
  GOODWILL,
  /** Two refunds: the shipping, then goodwill. */
  REFUNDED_TWICE,
  /** A line added by an edit, the surcharge paid, then shipped. */
  EDITED,
  /** Shipped, then disputed. */
  DISPUTED
}
