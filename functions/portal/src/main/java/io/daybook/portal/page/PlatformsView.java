package io.daybook.portal.page;

import java.util.List;

/** The platforms that can be connected to a book. */
public record PlatformsView(String book, String back, List<Link> platforms) {
  /** Copies the list. */
  public PlatformsView {
    platforms = List.copyOf(platforms);
  }
}
