package io.daybook.sources;

/**
 * Why a person's file was not taken: nothing of it was imported. Holds nothing of what the file says, but
 * for the number of an account that is refused.
 *
 * @param file its name
 * @param line the line on which it goes wrong, from 1; 0 if it is about the file as a whole
 * @param field the column or element, such as {@code amount} or {@code Stmt/Ntry/Amt}
 * @param expected what should stand there
 */
public record FileProblem(String file, int line, String field, String expected) {
  /** As a person reads it: {@code october.csv:3: amount: expected …}. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + field + ": expected " + expected;
  }
}
