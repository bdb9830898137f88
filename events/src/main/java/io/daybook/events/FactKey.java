package io.daybook.events;

/**
 * The identity of a fact within a book: what kind of thing, whose id, and the id. Webhook, sweep, backfill, replay and
 * import of the same fact meet here (DESIGN promise 2).
 */
public record FactKey(String kind, Origin origin, String id) {
  /** Refuses blank parts. */
  public FactKey {
    Text.requireId(kind, "kind");
    Text.requireId(id, "id");
  }

  @Override
  public String toString() {
    return kind + "/" + origin + "/" + id;
  }
}
