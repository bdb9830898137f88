package io.daybook.retrieval;

import java.util.List;

/** What one cheap question showed of a connection. */
public sealed interface Health {
  /**
   * It answers.
   *
   * @param remarks what a person should know all the same, a sentence each: what it may not read, and what is lost by that
   */
  record Well(List<String> remarks) implements Health {
    /** Copies the list. */
    public Well {
      remarks = List.copyOf(remarks);
    }
  }

  /** It answers for another account than the one that is connected. The words name both. */
  record OtherAccount(String words) implements Health {}

  /** It does not answer, or refuses. */
  record Ill(String reason) implements Health {}

  /** This API has no cheap question. */
  record NotAsked() implements Health {}
}
