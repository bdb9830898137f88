package io.daybook.books.acts;

import java.time.YearMonth;
import java.util.List;

/**
 * What to look at before a month is closed.
 *
 * @param period the month
 * @param items all of it, what stands open first
 */
public record Checklist(YearMonth period, List<Item> items) {
  /** How an item stands. */
  public enum Standing {
    /** The month cannot be closed while it is so. */
    FORBIDS("forbids"),
    /** To be settled, or accepted with a reason. */
    OPEN("open"),
    /** For the reader to judge. */
    NOTE("note"),
    /** In order. */
    DONE("done");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** An item: what was looked at, how it stands, and what was found in a sentence. */
  public record Item(String what, Standing standing, String words) {}

  /** Copies the list. */
  public Checklist {
    items = List.copyOf(items);
  }

  /** The items that stand so. */
  public List<Item> of(Standing standing) {
    return items.stream().filter(item -> item.standing() == standing).toList();
  }
}
