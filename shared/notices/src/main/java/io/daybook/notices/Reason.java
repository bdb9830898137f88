package io.daybook.notices;

/** Why a notice is told now. */
enum Reason {
  /** Nobody was told there. */
  NEW("new", ""),
  /** Its measure is another than the one told. */
  CHANGED("changed", "Changed: "),
  /** It was told long ago and still stands. */
  REMINDER("reminder", "Still: "),
  /** It is over. */
  SETTLED("settled", "Settled: ");

  private final String code;
  private final String prefix;

  Reason(String code, String prefix) {
    this.code = code;
    this.prefix = prefix;
  }

  String code() {
    return code;
  }

  /** What stands before the headline. */
  String prefix() {
    return prefix;
  }
}
