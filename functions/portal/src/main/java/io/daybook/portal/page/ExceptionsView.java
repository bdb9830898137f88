package io.daybook.portal.page;

import java.util.List;

/** What a book cannot explain: the first of them, and how many there are. */
public record ExceptionsView(String book, List<ExceptionRow> rows, int all, Link download) {
  /** Copies the list. */
  public ExceptionsView {
    rows = List.copyOf(rows);
  }
}
