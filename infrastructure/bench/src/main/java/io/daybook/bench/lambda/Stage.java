package io.daybook.bench.lambda;

import io.daybook.bench.Setting;
import io.daybook.bench.archive.ArchiveBenchmark;
import io.daybook.bench.aws.FakeAws;
import io.daybook.bench.aws.LoopbackIdentity;
import io.daybook.bench.load.Shop;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.Message;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.DynamoDbStores;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KmsKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** What functions need to be started: their archives unpacked, AWS's calls answered, a shop connected, its webhooks. */
final class Stage implements AutoCloseable {
  private static final Tables TABLES = Tables.of("daybook-", 1);
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIABENCH", "bench"));

  private final Path scratch;
  private final Clock clock;
  private final FakeAws aws;
  private final LoopbackIdentity identity;
  private final Map<String, TaskRoot> roots;
  private final Shop shop = Shop.numbered(0);
  private final Iterator<Delivery> webhooks = deliveries(topic -> !topic.equals("orders/create"));
  private final Iterator<Delivery> orders = deliveries("orders/create"::equals);
  private final StreamImages images;

  private Stage(
      Path scratch,
      Clock clock,
      FakeAws aws,
      LoopbackIdentity identity,
      Map<String, TaskRoot> roots,
      StreamImages images) {
    this.scratch = scratch;
    this.clock = clock;
    this.aws = aws;
    this.identity = identity;
    this.roots = Map.copyOf(roots);
    this.images = images;
  }

  private Iterator<Delivery> deliveries(Predicate<String> topic) {
    return shop.deliveries().sent().stream()
        .filter(delivery -> delivery.turn() == Delivery.Turn.FIRST)
        .filter(delivery -> delivery.source() == Delivery.Source.SHOPIFY)
        .filter(delivery -> topic.test(delivery.topic()))
        .iterator();
  }

  /**
   * Sets it.
   *
   * @throws IOException if an archive was not built
   */
  static Stage set(Setting setting, Clock clock) throws IOException, InterruptedException {
    Map<String, TaskRoot> roots = new HashMap<>();
    roots.put("empty", TaskRoot.of(EmptyFunction.class, setting.scratch().resolve("task-empty")));
    for (String archive : List.of("ingest", "books")) {
      Path zip = ArchiveBenchmark.path(setting.root(), archive);
      if (!Files.isRegularFile(zip)) {
        throw new IOException("there is no archive " + zip + "; ./daybook bench builds it");
      }
      roots.put(archive, TaskRoot.unpack(zip, setting.scratch().resolve("task-" + archive)));
    }
    LoopbackIdentity identity = LoopbackIdentity.make(setting.scratch());
    FakeAws aws = FakeAws.start(identity);
    StreamImages images =
        new StreamImages(TABLES, new FolderBodies(setting.scratch().resolve("bodies")));
    Stage stage = new Stage(setting.scratch(), clock, aws, identity, roots, images);
    stage.shop.connect(stage.deployment());
    return stage;
  }

  /** The tables as the hub's own code fills them. */
  private Deployment deployment() {
    URI address = URI.create(aws.address());
    DynamoDbClient dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(address)
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    KmsClient kms =
        KmsClient.builder()
            .endpointOverride(address)
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    return new Deployment(
        DynamoDbStores.cloud(dynamoDb, TABLES, new FolderBodies(scratch.resolve("bodies")), clock),
        new KmsKey(kms, "bench-key"),
        new FolderObjects(scratch.resolve("statements")),
        images,
        clock);
  }

  FakeAws aws() {
    return aws;
  }

  Path log() {
    return scratch.resolve("functions.txt");
  }

  Path scratch() {
    return scratch;
  }

  TaskRoot root(String name) {
    TaskRoot root = roots.get(name);
    if (root == null) {
      throw new IllegalArgumentException("no task root " + name);
    }
    return root;
  }

  /** The function that does nothing, with whatever it gets. */
  Variant empty(List<String> flags) {
    byte[] same = webhook();
    return variant("does nothing", "empty", EmptyFunction.class.getName(), flags, () -> same, "{}");
  }

  /** The door, which gets a signed webhook. */
  Variant ingest(List<String> flags) {
    return variant(Catalogue.INGEST, flags, this::webhook, "\"statusCode\":200");
  }

  /** The same function that calls AWS over TLS, as it must in the cloud. */
  Variant overTls(Variant plain) {
    FunctionProcess.Start start = plain.start();
    List<String> flags = new ArrayList<>(start.flags());
    flags.add("-Djavax.net.ssl.trustStore=" + identity.trust());
    Map<String, String> environment = new HashMap<>(start.environment());
    environment.put("AWS_ENDPOINT_URL", aws.secureAddress());
    return new Variant(
        plain.name() + ", AWS over TLS",
        new FunctionProcess.Start(
            start.handler(), start.classPath(), start.workingFolder(), flags, environment),
        plain.events(),
        plain.good());
  }

  /** Post, which gets a new order from the inbox's stream. */
  Variant post(List<String> flags) {
    return variant(Catalogue.POST, flags, this::streamed, "\"batchItemFailures\":[]");
  }

  private Variant variant(
      FunctionSpec function, List<String> flags, Supplier<byte[]> events, String good) {
    return variant(function.name(), function.archive(), function.handler(), flags, events, good);
  }

  private Variant variant(
      String name,
      String archive,
      String handler,
      List<String> flags,
      Supplier<byte[]> events,
      String good) {
    return new Variant(
        name,
        new FunctionProcess.Start(handler, List.of(), root(archive).folder(), flags, environment()),
        events,
        good);
  }

  /** As the template gives it, with AWS's addresses here. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(where());
    environment.put("AWS_ACCESS_KEY_ID", "AKIABENCH");
    environment.put("AWS_SECRET_ACCESS_KEY", "bench");
    environment.put("AWS_SESSION_TOKEN", "bench");
    return environment;
  }

  /** As a function has it that may be frozen: its keys are asked for. */
  Map<String, String> snapStartEnvironment() {
    Map<String, String> environment = new HashMap<>(where());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.credentialsAddress());
    environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "bench");
    return environment;
  }

  private Map<String, String> where() {
    return Map.of(
        "DAYBOOK_INBOX_TABLE",
        TABLES.inbox(),
        "DAYBOOK_LEDGER_TABLE",
        TABLES.ledger(),
        "DAYBOOK_STATE_TABLE",
        TABLES.state(),
        "DAYBOOK_BODIES_BUCKET",
        "daybook-bodies",
        "DAYBOOK_STATEMENTS_BUCKET",
        "daybook-statements",
        "DAYBOOK_KEY_ID",
        "bench-key",
        "DAYBOOK_FUNCTION_PREFIX",
        "daybook-",
        "AWS_ENDPOINT_URL",
        aws.address());
  }

  private static Delivery next(Iterator<Delivery> deliveries) {
    if (!deliveries.hasNext()) {
      throw new IllegalStateException("the shop's month has no more webhooks to measure with");
    }
    return deliveries.next();
  }

  private byte[] webhook() {
    return WebhookEvent.of(shop, next(webhooks), clock.instant());
  }

  private byte[] streamed() {
    Delivery delivery = next(orders);
    Message message =
        new Message(
            shop.connection(delivery.source()),
            clock.instant(),
            Message.Via.WEBHOOK,
            delivery.topic(),
            Bytes.of(delivery.bytes()));
    return images
        .toEvent(List.of(new Change.Received(shop.book(), message)))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    aws.close();
  }
}
