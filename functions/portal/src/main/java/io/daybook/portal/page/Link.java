package io.daybook.portal.page;

/**
 * A way to go.
 *
 * @param current whether the page that shows it is there already
 */
public record Link(String href, String label, boolean current) {
  /** To somewhere else. */
  public static Link to(String href, String label) {
    return new Link(href, label, false);
  }
}
