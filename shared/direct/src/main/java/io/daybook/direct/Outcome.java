package io.daybook.direct;

import io.daybook.ledger.StoreFailure;
import java.io.IOException;

/** What a service said to a call that it took. */
sealed interface Outcome {
  /** The answer of a call that nothing may refuse. */
  Reply orFail(String doing);

  /** It did what was asked. */
  record Done(Reply reply) implements Outcome {
    @Override
    public Reply orFail(String doing) {
      return reply;
    }
  }

  /**
   * It refused, and would again.
   *
   * @param code its name for the reason, such as {@code ConditionalCheckFailedException}
   */
  record Refused(int status, String code) implements Outcome {
    /** Always a {@link StoreFailure}. */
    @Override
    public Reply orFail(String doing) {
      throw new StoreFailure("cannot " + doing, new IOException("status " + status + " " + code));
    }
  }
}
