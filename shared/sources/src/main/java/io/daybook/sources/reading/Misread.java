package io.daybook.sources.reading;

/** A file is not what its format promises, thrown while it is read; never leaves this module. */
public final class Misread extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String field;
  private final String expected;

  /**
   * A problem.
   *
   * @param line from 1; 0 if it is about the file as a whole
   * @param field the column, tag or element
   * @param expected what should stand there
   */
  public Misread(int line, String field, String expected) {
    super(line + ": " + field + ": expected " + expected);
    this.line = line;
    this.field = field;
    this.expected = expected;
  }

  /** From 1; 0 if it is about the whole file. */
  public int line() {
    return line;
  }

  /** The column, tag or element. */
  public String field() {
    return field;
  }

  /** What should stand there. */
  public String expected() {
    return expected;
  }
}
