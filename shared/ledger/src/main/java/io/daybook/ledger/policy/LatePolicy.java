package io.daybook.ledger.policy;

/**
 * What comes to be known after its period was closed (rule A12).
 *
 * @param facts what becomes of it; default it moves
 */
public record LatePolicy(Facts facts) {
  /** What becomes of a fact of a closed period. */
  public enum Facts {
    /** It counts on the first open day, and keeps the day that it belongs to. */
    MOVE,
    /** It waits for a person. */
    WAIT
  }

  /** What a book starts with. */
  public static LatePolicy standard() {
    return new LatePolicy(Facts.MOVE);
  }
}
