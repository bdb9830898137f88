package io.daybook.sources.magento;

/** A document with the order that it is of, as the retriever put them together. */
final class Joined {
  private Joined() {}

  /** The order; that it is the document's own is checked, for amounts are read with its currency. */
  static Told order(Told joined, String document) {
    Told order = joined.at("order");
    String wanted = joined.at(document).id("order_id", String::new);
    if (!order.id("entity_id", String::new).equals(wanted)) {
      throw order.field().at("entity_id").expected("the id of the order of the " + document);
    }
    return order;
  }
}
