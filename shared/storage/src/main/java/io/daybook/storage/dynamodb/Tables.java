package io.daybook.storage.dynamodb;

/**
 * The names of the three tables. The ledger's carries a generation, so that a restored table can stand beside it.
 *
 * @param inbox messages, put only, with expiry
 * @param ledger steps, put only
 * @param state all that is mutable
 */
public record Tables(String inbox, String ledger, String state) {
  /** The index of the ledger by accounting day. */
  public static final String DAY_INDEX = "day";

  /** The tables of a deployment at a generation of its ledger. */
  public static Tables of(String prefix, int generation) {
    return new Tables(prefix + "inbox", prefix + "ledger-" + generation, prefix + "state");
  }
}
