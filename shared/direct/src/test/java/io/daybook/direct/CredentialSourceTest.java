package io.daybook.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.items.StoredItem;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.StoreFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialSourceTest {
  private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");

  private final ScriptedServer server = new ScriptedServer();
  private final SettableClock clock = new SettableClock(NOW);

  @AfterEach
  void close() {
    server.close();
  }

  private CredentialSource container() {
    return CredentialSource.of(
        Map.of(
            CredentialSource.CONTAINER_ADDRESS,
            server.address() + "v2/credentials",
            CredentialSource.CONTAINER_TOKEN,
            "open sesame"),
        clock);
  }

  private static String loan(String key, Instant expires) {
    return "{\"AccessKeyId\":\""
        + key
        + "\",\"SecretAccessKey\":\"the secret\",\"Token\":\"the token\",\"Expiration\":\""
        + expires
        + "\",\"Roles\":[{}]}";
  }

  @Test
  void keysInTheEnvironmentAreTakenAsTheyAre() {
    CredentialSource source =
        CredentialSource.of(Map.of("AWS_ACCESS_KEY_ID", "AK", "AWS_SECRET_ACCESS_KEY", "S"), clock);
    source.renew();
    assertThat(source.current()).isEqualTo(new Credentials("AK", "S", ""));
    assertThatThrownBy(() -> CredentialSource.of(Map.of("AWS_ACCESS_KEY_ID", "AK"), clock))
        .hasMessageContaining("AWS_SECRET_ACCESS_KEY");
  }

  @Test
  void withSnapStartTheyAreAskedForAndAskedAgainBeforeTheyExpire() {
    server
        .answer(200, loan("first", NOW.plus(Duration.ofHours(1))))
        .answer(200, loan("second", NOW.plus(Duration.ofHours(2))));
    CredentialSource source = container();
    assertThat(source.current()).isEqualTo(new Credentials("first", "the secret", "the token"));
    assertThat(source.current().keyId()).isEqualTo("first");
    assertThat(server.asked()).hasSize(1);
    assertThat(server.asked().getFirst())
        .startsWith("GET /v2/credentials HTTP/1.1")
        .contains("Authorization: open sesame");
    clock.advance(Duration.ofMinutes(56));
    assertThat(source.current().keyId()).isEqualTo("second");
  }

  @Test
  void aRestoredProcessAsksAnew() {
    server
        .answer(200, loan("frozen", NOW.plus(Duration.ofHours(6))))
        .answer(200, loan("restored", NOW.plus(Duration.ofHours(6))));
    CredentialSource source = container();
    assertThat(source.current().keyId()).isEqualTo("frozen");
    source.renew();
    assertThat(source.current().keyId()).isEqualTo("restored");
  }

  @Test
  void anAnswerThatIsNoneIsAFailureThatShowsNoSecret() {
    String[] answers = {
      "",
      "[]",
      "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"the secret\"",
      "{\"Code\":\"x\"}",
      loan("a", NOW).replace(NOW.toString(), "the secret of yesterday")
    };
    for (String answer : answers) {
      server.answer(200, answer).answer(500, "{}").answer(200, answer);
      assertThatThrownBy(() -> container().current())
          .isInstanceOf(StoreFailure.class)
          .satisfies(thrown ->
              assertThat(String.valueOf(thrown.getCause())).doesNotContain("the secret\""));
    }
  }

  /** The function was frozen for hours, and its credentials expired meanwhile. */
  @Test
  void credentialsThatTheServiceRefusesAreRenewedOnce() {
    Clock system = Clock.systemUTC();
    Instant later = system.instant().plus(Duration.ofHours(6));
    Map<String, String> environment =
        Map.of(
            "AWS_REGION",
            "eu-central-1",
            "AWS_ENDPOINT_URL",
            server.address().toString(),
            CredentialSource.CONTAINER_ADDRESS,
            server.address() + "credentials");
    server
        .answer(200, loan("old", later))
        .answer(400, "{\"__type\":\"com.amazon.coral.service#ExpiredTokenException\"}")
        .answer(200, loan("new", later))
        .answer(200, "{}");
    new DynamoDb(Endpoints.of(environment), CredentialSource.of(environment, system), system)
        .put("state", StoredItem.key("a", "b"), Deadline.in(Duration.ofSeconds(5), system));
    assertThat(server.asked()).hasSize(4);
    assertThat(server.asked().getLast()).contains("Credential=new/");
  }
}
