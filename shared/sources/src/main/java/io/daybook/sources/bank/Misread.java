package io.daybook.sources.bank;

/** A file is not what its format promises, thrown while it is read; never leaves {@link BankFiles}. */
final class Misread extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String field;
  private final String expected;

  Misread(int line, String field, String expected) {
    super(line + ": " + field + ": expected " + expected);
    this.line = line;
    this.field = field;
    this.expected = expected;
  }

  int line() {
    return line;
  }

  String field() {
    return field;
  }

  String expected() {
    return expected;
  }
}
