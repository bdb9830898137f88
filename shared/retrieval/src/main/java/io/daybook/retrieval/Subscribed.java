package io.daybook.retrieval;

import java.util.List;

/** What became of having a platform's webhooks sent to an address. */
public sealed interface Subscribed {
  /**
   * Checked, and put right where that was needed.
   *
   * @param topics all that are subscribed now, as the platform names them
   * @param made those that were missing
   * @param mended those that went elsewhere or left something out
   * @param remarks what could not be put right, a sentence each
   */
  record Checked(List<String> topics, List<String> made, List<String> mended, List<String> remarks)
      implements Subscribed {
    /** Copies the lists. */
    public Checked {
      topics = List.copyOf(topics);
      made = List.copyOf(made);
      mended = List.copyOf(mended);
      remarks = List.copyOf(remarks);
    }
  }

  /** It could not be asked. */
  record Failed(String reason) implements Subscribed {}

  /** This platform's API lets nobody register webhooks: a person does it there. */
  record ByHand() implements Subscribed {}
}
