package io.daybook.books.bank;

/**
 * What was imported of one account.
 *
 * @param name the person's name for it
 * @param account the bank's number of it
 * @param format of the file
 * @param statements in the file
 * @param lines booked lines in the file
 * @param newLines of them, those that were not known
 * @param pending lines that the bank has not booked yet: shown, not posted
 * @param differenceMinor by how much the statements do not add up, in minor units
 */
public record ImportedAccount(
    String name,
    String account,
    String format,
    int statements,
    int lines,
    int newLines,
    int pending,
    long differenceMinor) {
  /** As people read it. */
  public String words() {
    return "Imported "
        + lines
        + (lines == 1 ? " line" : " lines")
        + " of account "
        + account
        + ", "
        + newLines
        + " of them new."
        + (pending == 0
            ? ""
            : " "
                + pending
                + " more the bank has not booked yet: './daybook bank' shows them, and nothing is posted of them.")
        + (differenceMinor == 0
            ? ""
            : " The statement does not add up; the difference is on the exceptions list.");
  }
}
