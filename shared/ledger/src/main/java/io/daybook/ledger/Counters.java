package io.daybook.ledger;

/** What {@code ingest} counts, per book, for people to look at. */
public final class Counters {
  /** Messages whose very bytes were kept before on the same day. */
  public static final String DUPLICATES = "duplicates";

  /** Messages that were not signed as they should be. */
  public static final String REFUSED = "refused";

  private Counters() {}
}
