package io.daybook.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * What surrounds a page.
 *
 * @param title of the page
 * @param files style, script and icon
 * @param person who is signed in, if anybody is
 * @param places where else one can go; the page's own is marked
 */
public record Frame(String title, Files files, Optional<Person> person, List<Link> places) {
  /** Paths of what the page loads. */
  public record Files(String style, String script, String icon) {}

  /** Who looks at it, and what this session's forms carry. */
  public record Person(String name, String role, String formKey) {}

  /** Copies the list. */
  public Frame {
    places = List.copyOf(places);
  }

  /** The same page with other places to go. */
  public Frame with(List<Link> others) {
    return new Frame(title, files, person, others);
  }
}
