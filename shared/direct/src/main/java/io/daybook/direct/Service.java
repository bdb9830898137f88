package io.daybook.direct;

import io.daybook.ledger.StoreFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A service of AWS: signs, sends, and tries again what may pass (no answer, half an answer, 5xx, throttling, credentials
 * that have expired), with jitter, a few times, until the deadline.
 */
final class Service {
  private static final int MOST_TRIES = 6;
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final int MAX_ANSWER = 2 * 1024 * 1024;

  private static final List<String> THROTTLING =
      List.of(
          "ThrottlingException",
          "Throttling",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "TooManyRequestsException",
          "TransactionConflictException",
          "SlowDown",
          "RequestTimeout",
          "RequestTimeoutException");

  private static final List<String> STALE =
      List.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidAccessKeyId",
          "InvalidToken");

  private final Signer signer;
  private final CredentialSource credentials;
  private final Clock clock;

  Service(Signer signer, CredentialSource credentials, Clock clock) {
    this.signer = signer;
    this.credentials = credentials;
    this.clock = clock;
  }

  /** How an answer's body is found to be whole, and what it says. */
  interface Reading {
    /** The code of a refusal; empty if there is none that can be read. */
    String code(byte[] body);

    /** Whether the body of a success is what such a call is answered with. */
    boolean isWhole(byte[] body);
  }

  /**
   * Makes a call.
   *
   * @param doing for the failure's message; names the record and nothing of its content
   * @throws StoreFailure if it got no answer that counts in time; whether it was done is not known then
   */
  Outcome call(
      String doing,
      String method,
      URI address,
      Map<String, String> headers,
      byte[] body,
      Reading reading,
      Deadline deadline) {
    for (int tries = 1; ; tries++) {
      IOException why;
      try {
        Credentials by = credentials.current();
        Map<String, String> signed =
            signer.sign(by, clock.instant(), method, address, headers, body);
        Reply reply = new Exchange(method, address, signed, body).send(deadline, MAX_ANSWER);
        if (reply.succeeded()) {
          if (reading.isWhole(reply.body())) {
            return new Outcome.Done(reply);
          }
          why = new IOException("the answer cannot be read");
        } else {
          String code = reading.code(reply.body());
          if (STALE.contains(code)) {
            credentials.renew();
          } else if (!passes(reply.status(), code)) {
            return new Outcome.Refused(reply.status(), code);
          }
          why = new IOException("status " + reply.status() + " " + code);
        }
      } catch (IOException e) {
        why = e;
      }
      if (tries == MOST_TRIES || !pause(doing, tries, deadline)) {
        throw new StoreFailure("cannot " + doing, why);
      }
    }
  }

  private static boolean passes(int status, String code) {
    return status >= 500 || status == 429 || THROTTLING.contains(code);
  }

  /** Full jitter; whether time is left after it. */
  private static boolean pause(String doing, int tries, Deadline deadline) {
    long millis = ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS << tries);
    if (deadline.leftMillis() <= millis) {
      return false;
    }
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("was interrupted and cannot " + doing, e);
    }
  }
}
