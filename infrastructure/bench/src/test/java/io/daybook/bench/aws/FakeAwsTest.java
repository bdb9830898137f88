package io.daybook.bench.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FakeAwsTest {
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir static Path folder;
  private static Optional<LoopbackIdentity> identity = Optional.empty();
  private Optional<FakeAws> started = Optional.empty();

  @BeforeAll
  static void make() throws Exception {
    identity = Optional.of(LoopbackIdentity.make(folder));
  }

  @BeforeEach
  void start() throws Exception {
    started = Optional.of(FakeAws.start(identity.orElseThrow()));
  }

  private FakeAws aws() {
    return started.orElseThrow();
  }

  @AfterEach
  void close() {
    started.ifPresent(FakeAws::close);
    client.close();
  }

  private HttpResponse<String> call(String operation, String json) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(aws().address()))
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> put(String value, String condition) throws Exception {
    return call(
        "PutItem",
        """
        {"TableName":"t","Item":{"pk":{"S":"p"},"sk":{"S":"s"},"v":{"N":"%s"}},
         "ConditionExpression":"%s","ExpressionAttributeValues":{":expected":{"N":"1"}}}
        """
            .formatted(value, condition));
  }

  @Test
  void aWriteWhoseConditionFailsIsRefusedAndChangesNothing() throws Exception {
    assertThat(put("1", "attribute_not_exists(pk)").statusCode()).isEqualTo(200);

    HttpResponse<String> refused = put("9", "attribute_not_exists(pk)");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("ConditionalCheckFailedException").contains("\"N\":\"1\"");

    assertThat(put("2", "v = :expected").statusCode()).isEqualTo(200);
    assertThat(put("3", "v = :expected").statusCode()).isEqualTo(400);
    assertThat(
            call(
                    "GetItem",
                    "{\"TableName\":\"t\",\"Key\":{\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"s\"}}}")
                .body())
        .contains("\"N\":\"2\"");
    assertThat(aws().takeCalls()).containsEntry("PutItem", 4).containsEntry("GetItem", 1);
  }

  @Test
  void overTlsItIsBelievedByWhoHasItsTrustStore() throws Exception {
    ProcessBuilder asking =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djavax.net.ssl.trustStore=" + folder.resolve("cacerts"),
            "-cp",
            System.getProperty("java.class.path"),
            Asking.class.getName(),
            aws().secureAddress() + "/credentials");

    assertThat(asking.start().waitFor()).isZero();
    assertThat(aws().takeCalls()).containsEntry("credentials", 1);
  }

  /** Asks once, in a process of its own: the trust store is the process's. */
  static final class Asking {
    private Asking() {}

    public static void main(String[] arguments) throws IOException {
      try (InputStream answer = URI.create(arguments[0]).toURL().openStream()) {
        System.exit(answer.readAllBytes().length == 0 ? 1 : 0);
      }
    }
  }

  @Test
  void whatItDoesNotKnowItRefusesAloud() throws Exception {
    assertThat(put("1", "size(v) > :n").body()).contains("a condition that this does not know");
    assertThat(call("Scan", "{}").body()).contains("a call that this does not know: Scan");
  }
}
