package io.daybook.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.daybook.catalogue.Catalogue;
import io.daybook.direct.Deadline;
import io.daybook.events.Origin;
import io.daybook.ingest.DirectStores;
import io.daybook.ingest.IngestFunction;
import io.daybook.ingest.LoggerLog;
import io.daybook.items.MessageItem;
import io.daybook.items.WebhookConnection;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore.Put;
import io.daybook.ledger.Message;
import io.daybook.ledger.SettableClock;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.simulation.dynamodb.DynamoDbLocalProcess;
import io.daybook.storage.LargeBodies;
import io.daybook.storage.S3Bodies;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.dynamodb.DynamoDbStores;
import io.daybook.storage.dynamodb.LocalDynamoDb;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.secrets.KmsKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The door's own calls and the SDK's, on the same tables: what one writes the other reads, byte for byte. */
class DirectStoresTest {
  private static final Book BOOK = new Book("blue-cup");
  private static final ConnectionName SHOP = new ConnectionName("shop");
  private static final Instant NOW = Instant.parse("2025-03-01T12:00:00.120Z");
  private static final StaticCredentialsProvider ANYBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("daybook", "daybook"));

  private static Optional<DynamoDbLocalProcess> local = Optional.empty();
  private static int tests;

  private final SettableClock clock = new SettableClock(NOW);
  private final FakeAws aws = new FakeAws();
  private final List<AutoCloseable> open = new ArrayList<>();
  private String prefix = "";

  @BeforeAll
  static void start() {
    Optional<Path> folder = DynamoDbLocalProcess.folder();
    if (folder.isEmpty() && "1".equals(System.getenv("DAYBOOK_REQUIRE_TOOLS"))) {
      Assertions.fail("DynamoDB Local is not laid out");
    }
    Assumptions.assumeTrue(folder.isPresent(), "SKIPPED: DynamoDB Local is not laid out");
    local = folder.map(laidOut -> DynamoDbLocalProcess.start(laidOut, Optional.empty()));
  }

  @AfterAll
  static void stop() {
    local.ifPresent(DynamoDbLocalProcess::close);
  }

  @BeforeEach
  void name() {
    prefix = "t" + ++tests + "-";
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    aws.close();
  }

  private static URI endpoint() {
    return local.orElseThrow().endpoint();
  }

  private DynamoDbStores sdk(String form) {
    S3Client s3 =
        S3Client.builder()
            .endpointOverride(aws.address())
            .forcePathStyle(true)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(ANYBODY)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    open.add(s3);
    LargeBodies bodies = new S3Bodies(s3, "bodies", "");
    DynamoDbStores stores =
        LocalDynamoDb.open(endpoint(), Tables.of(prefix + form, 1), bodies, clock);
    open.add(stores);
    return stores;
  }

  private KmsKey key() {
    KmsClient kms =
        KmsClient.builder()
            .endpointOverride(aws.address())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(ANYBODY)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    open.add(kms);
    return new KmsKey(kms, "alias/daybook");
  }

  private DirectStores direct(String form) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_ENDPOINT_URL", aws.address().toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint().toString());
    environment.put("AWS_ACCESS_KEY_ID", "daybook");
    environment.put("AWS_SECRET_ACCESS_KEY", "daybook");
    Tables tables = Tables.of(prefix + form, 1);
    environment.put("DAYBOOK_INBOX_TABLE", tables.inbox());
    environment.put("DAYBOOK_STATE_TABLE", tables.state());
    environment.put("DAYBOOK_BODIES_BUCKET", "bodies");
    environment.put("DAYBOOK_KEY_ID", "alias/daybook");
    return DirectStores.fromEnvironment(environment, clock);
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), clock);
  }

  private static Message message(String topic, byte[] body) {
    return new Message(SHOP, NOW, Message.Via.WEBHOOK, topic, Bytes.of(body));
  }

  private static List<Message> messages() {
    byte[] noise = new byte[400_000];
    new Random(20250301).nextBytes(noise);
    return List.of(
        message("orders/create", "{\"id\":1,\"name\":\"käse \\\"q\\\"\"}".getBytes(UTF_8)),
        message("", new byte[0]),
        message("a topic, \u2028 and ☃", new byte[] {0, -1, 10, 13}),
        message("orders/updated", noise));
  }

  private List<Map<String, AttributeValue>> items(String table) {
    try (DynamoDbClient client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(ANYBODY)
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      return client.scanPaginator(request -> request.tableName(table)).items().stream()
          .map(DirectStoresTest::withoutCall)
          .toList();
    }
  }

  /** The SDK's form marks what it wrote with a random word. */
  private static Map<String, AttributeValue> withoutCall(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> rest = new HashMap<>(item);
    rest.remove("c");
    return rest;
  }

  private void connect(DynamoDbStores stores) {
    Connections connections = new Connections(stores.state(BOOK), key());
    connections.save(
        new Connection(
            SHOP,
            "shopify",
            new Origin("shopify", "blue-cup.myshopify.com"),
            Optional.empty(),
            NOW,
            List.of(
                connections.seal(SHOP, "hush".getBytes(UTF_8)),
                connections.seal(SHOP, "before".getBytes(UTF_8))),
            Optional.of(connections.seal(SHOP, "token".getBytes(UTF_8)))));
  }

  @Test
  void bothWriteTheSameItemsToTheByte() {
    DynamoDbStores sdk = sdk("sdk-");
    DynamoDbStores besideDirect = sdk("direct-");
    connect(sdk);
    connect(besideDirect);
    DirectStores direct = direct("direct-");
    for (Message message : messages()) {
      assertThat(sdk.inbox(BOOK).put(message)).isEqualTo(Put.KEPT);
      boolean large = aws.objects().remove(key(message)) != null;
      assertThat(direct.keep(BOOK, message, soon())).isEqualTo(Put.KEPT);
      if (large) {
        assertThat(aws.objects().get(key(message))).isEqualTo(MessageItem.body(message));
      } else {
        assertThat(aws.objects()).isEmpty();
      }
    }
    sdk.state(BOOK).count("duplicates");
    direct.count(BOOK, "duplicates", soon());
    Tables one = Tables.of(prefix + "sdk-", 1);
    Tables other = Tables.of(prefix + "direct-", 1);
    assertThat(items(other.inbox()))
        .hasSize(messages().size())
        .containsExactlyInAnyOrderElementsOf(items(one.inbox()));
    assertThat(items(other.state())).containsExactlyInAnyOrderElementsOf(items(one.state()));
  }

  private static String key(Message message) {
    return "/bodies/" + BOOK + "/" + message.id();
  }

  @Test
  void whatOneKeepsTheOtherReadsAndKnowsAgain() {
    DynamoDbStores sdk = sdk("");
    DirectStores direct = direct("");
    for (Message message : messages()) {
      assertThat(direct.keep(BOOK, message, soon())).isEqualTo(Put.KEPT);
      assertThat(sdk.inbox(BOOK).get(message.id())).contains(message);
      assertThat(sdk.inbox(BOOK).put(message)).isEqualTo(Put.DUPLICATE);
    }
    Message later = message("later", "{}".getBytes(UTF_8));
    assertThat(sdk.inbox(BOOK).put(later)).isEqualTo(Put.KEPT);
    assertThat(direct.keep(BOOK, later, soon())).isEqualTo(Put.DUPLICATE);
    assertThat(sdk.inbox(BOOK).connections()).containsExactly(SHOP);
    assertThat(sdk.inbox(BOOK).days(SHOP)).containsExactly(later.id().day());
    direct.count(BOOK, "refused", soon());
    sdk.state(BOOK).count("refused");
    direct.count(BOOK, "refused", soon());
    assertThat(sdk.state(BOOK).counted("refused")).isEqualTo(3);
  }

  @Test
  void aConnectionAndItsSecretsAreReadAsTheyWereSaved() {
    connect(sdk(""));
    DirectStores direct = direct("");
    WebhookConnection connection = direct.connection(BOOK, SHOP, soon()).orElseThrow();
    assertThat(connection.source()).isEqualTo("shopify");
    assertThat(connection.webhookSecrets()).hasSize(2);
    assertThat(direct.open(BOOK, SHOP, connection.webhookSecrets().getFirst(), soon()))
        .isEqualTo("hush".getBytes(UTF_8));
    assertThatThrownBy(() ->
            direct.open(new Book("red-cup"), SHOP, connection.webhookSecrets().getFirst(), soon()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(direct.connection(BOOK, new ConnectionName("none"), soon())).isEmpty();
  }

  @Test
  void aWebhookThroughTheDoorOfTheCloudIsInTheInboxThatPostReads() throws Exception {
    DynamoDbStores sdk = sdk("");
    connect(sdk);
    RequestStreamHandler door = new IngestFunction(direct(""), new LoggerLog());
    LocalFunction function = new LocalFunction(Catalogue.INGEST, door, clock);
    byte[] body = "{\"id\":1}".getBytes(UTF_8);
    byte[] event =
        ("{\"rawPath\":\"/hooks/shopify/blue-cup.shop\",\"headers\":{\"x-shopify-topic\":\"orders/create\","
                + "\"x-shopify-hmac-sha256\":\"VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=\"},"
                + "\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"body\":\"{\\\"id\\\":1}\"}")
            .getBytes(UTF_8);
    assertThat(new String(function.invoke(event), UTF_8)).contains("\"statusCode\":200");
    assertThat(sdk.inbox(BOOK).get(message("orders/create", body).id())).isPresent();
  }
}
