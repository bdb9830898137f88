package io.daybook.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.items.StoredItem;
import io.daybook.ledger.StoreFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DynamoDbTest {
  private static final StoredItem KEY = StoredItem.key("book/connection", "shop");
  private static final String CONDITION =
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":\"The conditional request failed\"}";
  private static final String THROTTLED =
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"}";

  private final ScriptedServer server = new ScriptedServer();
  private final Clock clock = Clock.systemUTC();

  @AfterEach
  void close() {
    server.close();
  }

  private Map<String, String> environment() {
    return Map.of(
        "AWS_REGION",
        "eu-central-1",
        "AWS_ENDPOINT_URL_DYNAMODB",
        server.address().toString(),
        "AWS_ACCESS_KEY_ID",
        "AKID",
        "AWS_SECRET_ACCESS_KEY",
        "never shown",
        "AWS_SESSION_TOKEN",
        "token");
  }

  private DynamoDb tables() {
    return new DynamoDb(
        Endpoints.of(environment()), CredentialSource.of(environment(), clock), clock);
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(5), clock);
  }

  @Test
  void aPutOfWhatIsNotThereSaysSoAndAsksForNoMore() {
    server.answer(200, "{}").answer(400, CONDITION);
    StoredItem item = KEY.with("b", new byte[] {1, 2, 3}).with("n", 7).with("t", "käse \"q\"");
    assertThat(tables().putNew("inbox", item, soon())).isTrue();
    assertThat(tables().putNew("inbox", item, soon())).isFalse();
    assertThat(server.asked()).hasSize(2);
    assertThat(server.asked().getFirst())
        .contains("x-amz-target: DynamoDB_20120810.PutItem")
        .contains("\"TableName\":\"inbox\"")
        .contains("\"b\":{\"B\":\"AQID\"},\"n\":{\"N\":\"7\"}")
        .contains("\"t\":{\"S\":\"käse \\\"q\\\"\"}")
        .contains("\"ConditionExpression\":\"attribute_not_exists(pk)\"")
        .doesNotContain("never shown");
  }

  @Test
  void whatIsFoundIsReadAndWhatIsNotThereIsEmpty() {
    server
        .answer(
            200,
            "{\"ConsumedCapacity\":{\"x\":[1,{}]},\"Item\":{\"pk\":{\"S\":\"book/connection\"},\"sk\":{\"S\":\"shop\"},"
                + "\"v\":{\"N\":\"3\"},\"b\":{\"B\":\"AQID\"},\"later\":{\"L\":[{\"S\":\"x\"}]}}}")
        .answer(200, "{}");
    StoredItem found = tables().get("state", KEY, soon()).orElseThrow();
    assertThat(found.number("v")).isEqualTo(3);
    assertThat(found.bytes("b")).containsExactly(1, 2, 3);
    assertThat(found.has("later")).as("a type that Daybook does not write").isFalse();
    assertThat(tables().get("state", KEY, soon())).isEqualTo(Optional.empty());
    assertThat(server.asked().getFirst()).contains("\"ConsistentRead\":true");
  }

  @Test
  @Tag("failure-19")
  void whatPassesIsTriedAgain() {
    server
        .answer(400, THROTTLED)
        .answer(500, "{\"__type\":\"InternalServerError\"}")
        .answer(503, "<html>not JSON")
        .raw("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 50\r\n\r\n{\"Item\"")
        .raw("")
        .answer(200, "{}");
    assertThat(tables().putNew("inbox", KEY, soon())).isTrue();
    assertThat(server.asked()).hasSize(6);
  }

  @Test
  void halfAnAnswerAndADamagedOneAreNotBelieved() {
    for (String body : List.of("", "null", "[]", "{", "{}{}", "{\"Item\":{\"pk\":", "\u0000")) {
      server.answer(200, body).answer(200, "{}");
      int before = server.asked().size();
      assertThat(tables().putNew("inbox", KEY, soon())).as(body).isTrue();
      assertThat(server.asked().size() - before).as(body).isEqualTo(2);
    }
    server
        .raw(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nx-amz-crc32: 1\r\nContent-Length: 2\r\n\r\n{}")
        .raw(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nx-amz-crc32: 2745614147\r\nContent-Length: 2\r\n\r\n{}");
    int before = server.asked().size();
    tables().put("state", KEY, soon());
    assertThat(server.asked().size() - before).isEqualTo(2);
  }

  @Test
  void aRefusalThatWouldComeAgainIsNotTriedAgain() {
    server.answer(400, "{\"__type\":\"x#ResourceNotFoundException\",\"message\":\"secret words\"}");
    assertThatThrownBy(() -> tables().putNew("inbox", KEY, soon()))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("put book/connection/shop")
        .rootCause()
        .hasMessage("status 400 ResourceNotFoundException");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  @Tag("failure-19")
  void aServiceThatSaysNothingEndsInAFailureBeforeTheDeadline() {
    for (int i = 0; i < 10; i++) {
      server.raw(ScriptedServer.SILENCE);
    }
    long began = System.nanoTime();
    assertThatThrownBy(
            () -> tables().putNew("inbox", KEY, Deadline.in(Duration.ofMillis(1_500), clock)))
        .isInstanceOf(StoreFailure.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    assertThat(server.asked()).hasSizeBetween(1, 3);
  }

  @Test
  void aServiceThatOnlyThrottlesIsGivenUpAfterAFewTries() {
    for (int i = 0; i < 20; i++) {
      server.answer(400, THROTTLED);
    }
    assertThatThrownBy(() -> tables().addOne("state", KEY, "v", soon()))
        .isInstanceOf(StoreFailure.class);
    assertThat(server.asked()).hasSizeBetween(2, 6);
    assertThat(server.asked().getFirst())
        .contains("\"UpdateExpression\":\"ADD v :one\"")
        .contains("\"ExpressionAttributeValues\":{\":one\":{\"N\":\"1\"}}");
  }

  @Test
  void aKeptConnectionThatTheServerClosedIsReplaced() {
    DynamoDb tables = tables();
    server.brokenPromise().brokenPromise().answer(200, "{}");
    tables.put("state", KEY, soon());
    tables.put("state", KEY, soon());
    tables.put("state", KEY, soon());
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void nothingIsAskedAfterTheDeadline() {
    assertThatThrownBy(() -> tables().put("state", KEY, Deadline.in(Duration.ZERO, clock)))
        .isInstanceOf(StoreFailure.class);
    assertThat(server.asked()).isEmpty();
  }
}
