package io.daybook.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.cloud.deployment.Aws;
import io.daybook.cloud.deployment.Build;
import io.daybook.cloud.deployment.Synthesis;
import io.daybook.cloud.fake.FakeAws;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** A stage named {@code test} in a fake AWS, and the commands that are given on it. */
final class Scene implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The formats of a release that reads and writes what the first one did. */
  static final String FIRST =
      "{\"step\": {\"writes\": [1], \"reads\": [1]}, \"state\": {\"writes\": [1], \"reads\": [1]}}";

  final FakeAws aws = new FakeAws();
  final MovingClock clock = new MovingClock();
  private final Path folder;
  private AwsCredentialsProvider credentials =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "not-a-secret"));
  private Optional<CloudSurroundings.Person> person = Optional.empty();
  private Runnable whileWaiting = () -> {};
  private int version = 1;

  Scene(Path folder) {
    this.folder = folder;
    release(FIRST);
  }

  /** What a command printed and how it ended. */
  record Result(int code, String out, String err) {
    JsonNode json() {
      try {
        return MAPPER.readTree(out);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + out, e);
      }
    }
  }

  /** From now on the sources give another release, with these formats. */
  void release(String formats) {
    try {
      ObjectNode template = (ObjectNode) MAPPER.readTree(template(version));
      template.putObject("Metadata").set("daybook:formats", MAPPER.readTree(formats));
      write(template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    version++;
  }

  /** From now on the template has a resource less. */
  void releaseWithout(String logicalId) {
    try {
      ObjectNode template = (ObjectNode) MAPPER.readTree(template(version));
      template.putObject("Metadata").set("daybook:formats", MAPPER.readTree(FIRST));
      ((ObjectNode) template.path("Resources")).remove(logicalId);
      write(template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    version++;
  }

  private void write(ObjectNode template) throws IOException {
    Files.writeString(folder.resolve("daybook-test.template.json"), template.toPrettyString());
    Files.createDirectories(folder.resolve("asset.books"));
    Files.writeString(folder.resolve("asset.books").resolve("Books.class"), "version " + version);
    Files.writeString(folder.resolve("ingest.zip"), "an archive");
    Files.writeString(
        folder.resolve("daybook-test.assets.json"),
        manifest("daybook-artifacts-${AWS::AccountId}-${AWS::Region}"));
  }

  /** From now on the assets are meant for another bucket. */
  void assetsFor(String bucket) {
    try {
      Files.writeString(folder.resolve("daybook-test.assets.json"), manifest(bucket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String manifest(String bucket) {
    return """
    {"version": "48.0.0", "dockerImages": {}, "files": {
      "t": {"source": {"path": "daybook-test.template.json", "packaging": "file"},
            "destinations": {"here": {"bucketName": "%1$s", "objectKey": "t.json"}}},
      "b": {"source": {"path": "asset.books", "packaging": "zip"},
            "destinations": {"here": {"bucketName": "%1$s", "objectKey": "books-%2$d.zip"}}},
      "i": {"source": {"path": "ingest.zip", "packaging": "file"},
            "destinations": {"here": {"bucketName": "%1$s", "objectKey": "ingest.zip"}}}}}
    """
        .formatted(bucket, version);
  }

  private static String template(int version) {
    return """
    {"Resources": {
      "Inbox": {"Type": "AWS::DynamoDB::GlobalTable", "Properties": {"TableName": "daybook-test-inbox-1"}},
      "Ledger": {"Type": "AWS::DynamoDB::GlobalTable", "Properties": {"TableName": "daybook-test-ledger-1"}},
      "Key": {"Type": "AWS::KMS::Key", "Properties": {}},
      "Post": {"Type": "AWS::Lambda::Function", "Properties": {"Version": %1$d}},
      "PostAlias": {"Type": "AWS::Lambda::Alias", "Properties": {"Version": %1$d}},
      "PostTrigger": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {}},
      "GuardTrigger": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {}},
      "Lag": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"AlarmName": "daybook-test-lag"}}},
     "Outputs": {
      "WebhookBaseUrl": {"Value": "https://hooks.example.com/"},
      "PortalUrl": {"Value": "https://portal.example.com/"}}}
    """
        .formatted(version);
  }

  void credentials(AwsCredentialsProvider other) {
    credentials = other;
  }

  /** Somebody is there, and answers every question so. */
  void answers(String answer) {
    person = Optional.of(_ -> answer);
  }

  /** What happens whenever a command waits. */
  void whileWaiting(Runnable what) {
    whileWaiting = what;
  }

  /** Runs a command. */
  Result run(String... arguments) {
    return run(List.of(), arguments);
  }

  /** Runs a command that is killed. */
  Result run(Killer killer, String... arguments) {
    return run(List.of(killer), arguments);
  }

  private Result run(List<ExecutionInterceptor> observers, String... arguments) {
    CloudSurroundings surroundings =
        new CloudSurroundings(
            region ->
                new Aws.Access(
                    region,
                    credentials,
                    Optional.of(aws.address()),
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(4)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build(),
                    observers),
            Synthesis.done(folder),
            new Build("0.1", "3c9f2e1d5a"),
            person,
            time -> {
              clock.pass(time);
              whileWaiting.run();
            },
            clock);
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--stage", "test", "--region", FakeAws.REGION));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        DeploymentMain.commandLine(surroundings)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Result(code, out.toString(), err.toString());
  }

  /** What the newest release record says. */
  JsonNode record(int number) {
    try {
      return MAPPER.readTree(aws.s3().text("releases/test/" + number + ".json"));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    aws.close();
  }
}
