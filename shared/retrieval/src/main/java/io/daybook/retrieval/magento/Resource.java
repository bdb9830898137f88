package io.daybook.retrieval.magento;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be swept, in the order in which a sweep asks: sales before what is made of them. */
enum Resource {
  ORDERS("orders", "order"),
  INVOICES("invoices", "invoice"),
  CREDIT_MEMOS("creditmemos", "creditmemo"),
  SHIPMENTS("shipments", "shipment");

  private final String word;
  private final String document;

  Resource(String word, String document) {
    this.word = word;
    this.document = document;
  }

  static Optional<Resource> of(String word) {
    return Arrays.stream(values()).filter(resource -> resource.word.equals(word)).findFirst();
  }

  /** As in the API's paths. */
  String word() {
    return word;
  }

  String topic() {
    return "pull/" + word;
  }

  /** What its objects are called beside their orders. */
  String document() {
    return document;
  }

  /** What is kept of its objects. */
  List<String> fields() {
    return switch (this) {
      case ORDERS -> Fields.ORDER;
      case INVOICES -> Fields.INVOICE;
      case CREDIT_MEMOS -> Fields.CREDIT_MEMO;
      case SHIPMENTS -> Fields.SHIPMENT;
    };
  }
}
