package io.daybook.sources.json;

/** A field is not what the platform promises. Thrown while a message is read; never leaves {@code translate}. */
public final class FieldProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String expected;

  /**
   * A problem.
   *
   * @param path where, such as {@code line_items[2].price}; {@code $} is the message itself
   * @param expected what should stand there; nothing of what does
   */
  public FieldProblem(String path, String expected) {
    super(path + ": expected " + expected);
    this.path = path;
    this.expected = expected;
  }

  /** Where. */
  public String path() {
    return path;
  }

  /** What should stand there. */
  public String expected() {
    return expected;
  }
}
