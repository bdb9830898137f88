package io.daybook.retrieval.http;

import io.daybook.retrieval.Fetched;

/** A call of a page did not succeed, and the page cannot be made without it. Thrown and caught inside one fetch. */
public final class CallFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fetched why;

  /** For a reason. */
  public CallFailed(Fetched why) {
    super("a call of a page failed", null, false, false);
    this.why = why;
  }

  /** What to answer instead of a page. */
  public Fetched why() {
    return why;
  }
}
