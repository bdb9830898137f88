package io.daybook.portal.page;

import java.util.List;

/**
 * What became of something that was asked for.
 *
 * @param title of the page
 * @param verdict in a sentence
 * @param shown what to take along, such as an address
 * @param lines what else to say, a sentence or line of a file each
 * @param next where to go from here
 */
public record OutcomeView(
    String title,
    String verdict,
    Badge.Tone tone,
    List<Shown> shown,
    List<String> lines,
    List<Link> next) {
  /** Something to copy. */
  public record Shown(String label, String text) {}

  /** Copies the lists. */
  public OutcomeView {
    shown = List.copyOf(shown);
    lines = List.copyOf(lines);
    next = List.copyOf(next);
  }
}
