package io.daybook.books.acts;

/** What a person asked for cannot be done as asked; nothing was done. */
public final class ActRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, in a sentence or two that say what to do instead. */
  public ActRefused(String words) {
    super(words);
  }

  /** Why, in a sentence or two. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
