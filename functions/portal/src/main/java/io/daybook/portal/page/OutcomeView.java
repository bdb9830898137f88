package io.daybook.portal.page;

import java.util.List;

/**
 * What became of something that was asked for.
 *
 * @param title of the page
 * @param verdict in a sentence
 * @param lines what else to say, a sentence or line of a file each
 * @param next where to go from here
 */
public record OutcomeView(
    String title, String verdict, Badge.Tone tone, List<String> lines, List<Link> next) {
  /** Copies the lists. */
  public OutcomeView {
    lines = List.copyOf(lines);
    next = List.copyOf(next);
  }
}
