package io.daybook.retrieval;

import io.daybook.sources.Secret;
import java.util.List;
import java.util.Optional;

/** What became of having a platform's webhooks sent to an address. */
public sealed interface Subscribed {
  /**
   * Checked, and put right where that was needed.
   *
   * @param topics all that are subscribed now, as the platform names them
   * @param made those that were missing
   * @param mended those that went elsewhere or left something out
   * @param remarks what could not be put right, a sentence each
   * @param secret by which the platform will sign from now on, where it makes one itself and tells it only now
   */
  record Checked(
      List<String> topics,
      List<String> made,
      List<String> mended,
      List<String> remarks,
      Optional<Secret> secret)
      implements Subscribed {
    /** With the secret that the person gave. */
    public Checked(
        List<String> topics, List<String> made, List<String> mended, List<String> remarks) {
      this(topics, made, mended, remarks, Optional.empty());
    }

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
