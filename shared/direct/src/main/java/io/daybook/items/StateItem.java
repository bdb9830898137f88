package io.daybook.items;

import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;

/** An item of a book's state: {@code book/kind} and its id, with a version and a text. */
public final class StateItem {
  /** The version, or, of a counter, its value. */
  public static final String VERSION = "v";

  private static final String JSON = "j";

  /** Says which call wrote an item, so that a retry whose first try landed knows its own. */
  private static final String CALL = "c";

  private StateItem() {}

  /** Where the items of a kind lie. */
  public static String partition(Book book, Kind kind) {
    return book + "/" + kind.code();
  }

  /** The key of an item. */
  public static StoredItem key(Book book, Kind kind, String id) {
    return StoredItem.key(partition(book, kind), id);
  }

  /**
   * The item of a write.
   *
   * @param call which call writes it, unlike any other
   */
  public static StoredItem of(Book book, Write write, String call) {
    return key(book, write.kind(), write.id())
        .with(VERSION, write.expectedVersion() + 1)
        .with(JSON, write.json())
        .with(CALL, call);
  }

  /** Whether a call wrote the item. */
  public static boolean isBy(String call, StoredItem item) {
    return item.has(CALL) && item.text(CALL).equals(call);
  }

  /** What an item says; a counter has no text but its value. */
  public static StateStore.Item read(StoredItem item) {
    long version = item.number(VERSION);
    String json = item.has(JSON) ? item.text(JSON) : Long.toString(version);
    return new StateStore.Item(item.text(StoredItem.SORT), version, json);
  }
}
