package io.daybook.books.acts;

/**
 * Whose act it is.
 *
 * @param by the person
 * @param reason why, in the person's words
 */
public record Who(String by, String reason) {
  private static final int MAX = 200;

  /** A person's name and words, with what is around them left out. */
  public Who {
    by = by.strip();
    reason = reason.strip();
  }

  /** Refuses an act without a name, and, where one is needed, without a reason. */
  void require(boolean reasonNeeded) throws ActRefused {
    if (by.isEmpty() || by.length() > MAX || by.chars().anyMatch(Character::isISOControl)) {
      throw new ActRefused("Who does it? A name of at most " + MAX + " characters is needed.");
    }
    if (reasonNeeded && reason.isEmpty()) {
      throw new ActRefused("Why? A reason is needed; the audit trail keeps it.");
    }
  }
}
