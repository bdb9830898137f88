package io.daybook.books.bank;

import java.util.List;

/**
 * What taking a file would bring for one account.
 *
 * @param name the person's name for it
 * @param account the bank's number of it
 * @param format of the file
 * @param statements in the file
 * @param lines booked lines in the file
 * @param alike new lines that look like known ones told with other words: the bank may tell the same days again
 * @param pending lines that the bank has not booked yet
 * @param differences by how much statements do not add up, as people read it; one for each that does not
 * @param newLines how many of the lines are not known
 * @param first the first of the new lines, at most {@value #MOST_LINES}
 */
public record LookedAtAccount(
    String name,
    String account,
    String format,
    int statements,
    int lines,
    int alike,
    int pending,
    List<String> differences,
    int newLines,
    List<Line> first) {
  /** As many lines as a person looks through before an import. */
  public static final int MOST_LINES = 50;

  /** A line as a person reads it. */
  public record Line(String day, String amount, String references) {}

  /** Copies the lists. */
  public LookedAtAccount {
    differences = List.copyOf(differences);
    first = List.copyOf(first);
  }
}
