package io.daybook.sources.shopify;

import io.daybook.events.LineId;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderEdit.Change;
import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import io.daybook.events.TransactionId;
import io.daybook.sources.json.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Edits of an order. The webhook's id of an edit and GraphQL's id of the sales agreement that it made are not the same,
 * so an edit is identified by its order and the second in which it was committed, which both tell.
 */
final class Edits {
  private static final Name AGREEMENTS = Name.of("agreements");
  private static final Name SALES = Name.of("sales");

  private Edits() {}

  /** The edit that {@code orders/edited} tells; none if no quantity changed. */
  static Optional<OrderEdit> committed(Field root, Origin origin) {
    Field edit = root.maybe("order_edit").orElse(root);
    OrderId order = new OrderId(edit.at("order_id").id());
    Field lines = edit.at("line_items");
    return edit(
        origin,
        order,
        edit.at("committed_at").instant(),
        lines.maybeList("additions").stream().map(Edits::change).flatMap(Optional::stream).toList(),
        lines.maybeList("removals").stream().map(Edits::change).flatMap(Optional::stream).toList());
  }

  /** The edits that an order's agreements tell; none in a webhook, which has no agreements. */
  static List<OrderEdit> agreed(Told order, OrderId id, Origin origin) {
    List<OrderEdit> edits = new ArrayList<>();
    for (Told agreement : order.maybeList(AGREEMENTS)) {
      if (agreement.field().at("reason").text().equals("ORDER_EDIT")) {
        edit(
                origin,
                id,
                agreement.field().at("happenedAt").instant(),
                changes(agreement, "ORDER"),
                changes(agreement, "RETURN"))
            .ifPresent(edits::add);
      }
    }
    return edits;
  }

  /** All sales of all agreements of an order. */
  static List<Told> sales(Told order) {
    return order.maybeList(AGREEMENTS).stream()
        .flatMap(agreement -> agreement.list(SALES).stream())
        .toList();
  }

  private static Optional<OrderEdit> edit(
      Origin origin, OrderId order, Instant at, List<Change> additions, List<Change> removals) {
    if (additions.isEmpty() && removals.isEmpty()) {
      return Optional.empty();
    }
    TransactionId id = new TransactionId(order.value() + "@" + at.getEpochSecond());
    return Optional.of(
        new OrderEdit(
            origin, id, order, Instant.ofEpochSecond(at.getEpochSecond()), additions, removals));
  }

  private static List<Change> changes(Told agreement, String action) {
    return agreement.list(SALES).stream()
        .map(Told::field)
        .filter(sale -> sale.at("actionType").text().equals(action))
        .filter(sale -> sale.maybe("lineItem").isPresent())
        .map(
            sale -> change(sale.at("lineItem"), sale.maybe("quantity").map(Field::count).orElse(0)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Change> change(Field line) {
    return change(line, line.at("delta").count());
  }

  /** Removals come with either sign. */
  private static Optional<Change> change(Field line, int delta) {
    return delta == 0
        ? Optional.empty()
        : Optional.of(new Change(new LineId(Told.id(line.at("id"))), Math.absExact(delta)));
  }
}
