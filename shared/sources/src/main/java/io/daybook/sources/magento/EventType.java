package io.daybook.sources.magento;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the types of Adobe Commerce's events mean to the books. */
final class EventType {
  /** Some instances put a name of their own between. */
  private static final Pattern TYPE =
      Pattern.compile(
          "com\\.adobe\\.commerce\\.(?:[A-Za-z0-9_-]{1,60}\\.)?(?:observer|plugin)\\.(.{1,150})");

  private static final Pattern DOCUMENT =
      Pattern.compile(
          "sales_order(?:_(invoice|creditmemo|shipment))?_(?:save_after|save_commit_after|place_after|pay|refund)");

  /** Families that tell no money: prices, stock, people, carts. */
  private static final List<String> WITHOUT_MONEY =
      List.of(
          "admin",
          "catalog",
          "checkout",
          "cms",
          "company",
          "customer",
          "inventory",
          "magento.catalog",
          "magento.customer",
          "magento.inventory",
          "newsletter",
          "quote",
          "review",
          "sales_order_address",
          "sales_order_status_history",
          "sales_quote",
          "store",
          "wishlist");

  private EventType() {}

  /** The kinds of documents that events are about. */
  enum Document {
    ORDER,
    INVOICE,
    CREDIT_MEMO,
    SHIPMENT,
    /** Understood, and tells no money. */
    NONE
  }

  /** What an event of a type is about; empty if nobody here knows. */
  static Optional<Document> of(String type) {
    Matcher event = TYPE.matcher(type);
    if (!event.matches()) {
      return Optional.empty();
    }
    String name = event.group(1);
    Matcher document = DOCUMENT.matcher(name);
    if (document.matches()) {
      return Optional.of(
          switch (Optional.ofNullable(document.group(1)).orElse("")) {
            case "invoice" -> Document.INVOICE;
            case "creditmemo" -> Document.CREDIT_MEMO;
            case "shipment" -> Document.SHIPMENT;
            default -> Document.ORDER;
          });
    }
    return WITHOUT_MONEY.stream().anyMatch(name::startsWith)
        ? Optional.of(Document.NONE)
        : Optional.empty();
  }
}
