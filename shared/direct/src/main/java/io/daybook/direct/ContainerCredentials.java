package io.daybook.direct;

import io.daybook.items.JsonMembers;
import io.daybook.ledger.StoreFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials from an address on the function's own machine, as Lambda gives them with SnapStart (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html#snapstart-credentials">AWS Lambda</a>).
 * Asked again some minutes before they expire, and whenever they were refused.
 */
final class ContainerCredentials implements CredentialSource {
  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final int MOST_TRIES = 3;
  private static final int MAX_ANSWER = 64 * 1024;

  private record Loan(Credentials credentials, Instant expires) {}

  private final URI address;
  private final String token;
  private final Clock clock;
  private Optional<Loan> loan = Optional.empty();

  ContainerCredentials(URI address, String token, Clock clock) {
    this.address = address;
    this.token = token;
    this.clock = clock;
  }

  @Override
  public synchronized Credentials current() {
    if (loan.isPresent() && loan.get().expires().minus(EARLY).isAfter(clock.instant())) {
      return loan.get().credentials();
    }
    Loan fresh = ask();
    loan = Optional.of(fresh);
    return fresh.credentials();
  }

  @Override
  public synchronized void renew() {
    loan = Optional.empty();
  }

  private Loan ask() {
    Deadline deadline = Deadline.in(PATIENCE, clock);
    for (int tries = 1; ; tries++) {
      try {
        Map<String, String> headers = token.isEmpty() ? Map.of() : Map.of("Authorization", token);
        Exchange exchange = new Exchange("GET", address, headers, new byte[0]);
        Reply reply = exchange.send(deadline, MAX_ANSWER);
        if (reply.status() != 200) {
          throw new IOException("status " + reply.status());
        }
        return read(reply.body());
      } catch (IOException e) {
        if (tries == MOST_TRIES || deadline.leftMillis() <= 0) {
          throw new StoreFailure("cannot learn the credentials of the function's role", e);
        }
      }
    }
  }

  private static Loan read(byte[] answer) throws IOException {
    Map<String, String> told = new HashMap<>();
    try (JsonMembers json = JsonMembers.of(answer)) {
      while (json.hasNext()) {
        String name = json.name();
        Optional<String> value = json.text();
        if (value.isPresent()) {
          told.put(name, value.get());
        }
      }
      json.end();
    } catch (IOException e) {
      // Without the cause, whose message might quote what it stumbled on, which may be the secret.
      throw new IOException("the answer is not JSON");
    }
    try {
      return new Loan(
          new Credentials(
              member(told, "AccessKeyId"),
              member(told, "SecretAccessKey"),
              told.getOrDefault("Token", "")),
          Instant.parse(member(told, "Expiration")));
    } catch (DateTimeException e) {
      throw new IOException("the answer's Expiration is no instant", e);
    }
  }

  private static String member(Map<String, String> told, String name) throws IOException {
    String value = told.get(name);
    if (value == null || value.isEmpty()) {
      throw new IOException("the answer has no " + name);
    }
    return value;
  }
}
