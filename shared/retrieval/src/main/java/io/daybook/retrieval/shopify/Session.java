package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.http.Attempts;
import java.time.Duration;

/**
 * The calls of one page. The first is answered as it is answered; a further one, which would be lost work if it were
 * throttled, waits for its points, within bounds.
 */
final class Session {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final int MOST_WAITS = 4;

  private final GraphqlCall call;
  private final Attempts attempts;
  private final Endpoint endpoint;
  private Duration refill = Duration.ZERO;
  private boolean isFirst = true;

  Session(GraphqlCall call, Attempts attempts, Endpoint endpoint) {
    this.call = call;
    this.attempts = attempts;
    this.endpoint = endpoint;
  }

  Answer ask(Document document, ObjectNode variables) {
    if (isFirst) {
      isFirst = false;
      return remember(call.ask(endpoint, document, variables));
    }
    if (!await(refill)) {
      return new Answer.Failed(new Fetched.Throttled(refill));
    }
    Answer answer = remember(call.ask(endpoint, document, variables));
    for (int waits = 0; waits < MOST_WAITS; waits++) {
      if (!(answer instanceof Answer.Failed(Fetched.Throttled(Duration wait))) || !await(wait)) {
        return answer;
      }
      answer = remember(call.ask(endpoint, document, variables));
    }
    return answer;
  }

  private Answer remember(Answer answer) {
    refill = answer instanceof Answer.Data data ? data.refill() : Duration.ZERO;
    return answer;
  }

  private boolean await(Duration wait) {
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      return false;
    }
    return wait.isZero() || attempts.waited(wait);
  }
}
