package io.daybook.portal.page;

import java.util.List;

/** The books to choose from. */
public record BooksView(List<Link> books) {
  /** Copies the list. */
  public BooksView {
    books = List.copyOf(books);
  }
}
