package io.daybook.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.books.PostFunction;
import io.daybook.books.PullFunction;
import io.daybook.books.PullFunction.Swept;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ingest.IngestFunction;
import io.daybook.ingest.LoggerLog;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.Stores;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.local.hub.HubIngestStores;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.simulation.hostile.Crash;
import io.daybook.simulation.hostile.CrashingStores;
import io.daybook.simulation.shipping.Signed;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KeyFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A backfill whose process is killed before one of its writes, and started again, while webhooks go on to come: on the real
 * functions, each life with functions of its own.
 */
final class KilledBackfill {
  static final Book BOOK = new Book("backfilled");
  private static final String NAME = "source";
  private static final int MOST_LIVES = 1_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A platform's account, and what it has.
   *
   * @param from since when there is something to be read
   * @param now when the backfill is asked for
   * @param hook where webhooks go, as the platform knows it
   * @param live webhooks that come while the backfill runs
   */
  record Scene(
      String source,
      String account,
      URI base,
      Optional<URI> hook,
      GivenSecrets secrets,
      Instant from,
      Instant now,
      String currency,
      Optional<Gateway> gateway,
      List<Signed> live) {}

  /**
   * What came of it.
   *
   * @param balances by account and reference; none that is 0
   * @param setbacks what could not be taken
   * @param crashes how often it was killed
   */
  record Outcome(SortedMap<String, Long> balances, List<String> setbacks, long crashes) {}

  private final Path folder;
  private final Scene scene;
  private final SettableClock clock;
  private final MemoryStores memory;
  private final CrashingStores crashing;
  private final Deployment failing;
  private final Deque<Signed> live;
  private String place;

  private KilledBackfill(Path folder, Scene scene, long fatalWrite) throws Exception {
    this.folder = folder;
    this.scene = scene;
    this.clock = new SettableClock(scene.from());
    this.memory = new MemoryStores(clock);
    this.crashing = CrashingStores.before(memory, fatalWrite);
    this.failing = deployment(crashing);
    this.live = new ArrayDeque<>(scene.live());
    this.place = memory.feed().start();
    Connecting.Connected _ =
        new Connecting(deployment(memory))
            .connect(
                new ConnectRequest(
                    BOOK,
                    new ConnectionName(NAME),
                    scene.source(),
                    new Origin(scene.source(), scene.account()),
                    Optional.of(scene.base()),
                    scene.hook(),
                    Optional.of(LocalDate.ofInstant(scene.from(), ZoneId.of("UTC"))),
                    Optional.of(ZoneId.of("UTC")),
                    Optional.of(new CurrencyCode(scene.currency())),
                    scene.gateway()),
                scene.secrets());
    clock.advance(Duration.between(clock.instant(), scene.now()));
  }

  /**
   * Runs it to its end.
   *
   * @param fatalWrite before which of its writes it is killed, from 1; one that it does not make kills nobody
   */
  static Outcome run(Path folder, Scene scene, long fatalWrite) throws Exception {
    return new KilledBackfill(folder, scene, fatalWrite).run();
  }

  private Deployment deployment(Stores stores) {
    return new Deployment(
        stores,
        KeyFile.open(folder),
        new FolderObjects(folder),
        new StreamImages(Tables.of("killed-", 1), new FolderBodies(folder)),
        clock);
  }

  private Outcome run() throws Exception {
    boolean asked = false;
    for (int life = 1; life < MOST_LIVES; life++) {
      hear(life == 1 ? (live.size() + 1) / 2 : live.size());
      try {
        // Until something has begun the command has failed, and a person gives it again.
        asked =
            asked || !memory.state(BOOK).list(io.daybook.ledger.StateStore.Kind.CURSOR).isEmpty();
        boolean done = pull(asked ? Optional.empty() : Optional.of(scene.from()));
        asked = true;
        post();
        if (done && live.isEmpty()) {
          return outcome();
        }
      } catch (Crash killed) {
        clock.advance(Duration.ofSeconds(1));
      }
    }
    throw new AssertionError("does not come to an end");
  }

  private LocalFunction function(FunctionSpec function, RequestStreamHandler handler) {
    return new LocalFunction(function, handler, clock);
  }

  private boolean pull(Optional<Instant> from) throws Exception {
    ObjectNode event = MAPPER.createObjectNode().put("book", BOOK.name()).put("connection", NAME);
    from.ifPresent(begin -> event.put("from", begin.toString()));
    byte[] answer =
        function(Catalogue.PULL, new PullFunction(failing))
            .invoke(event.toString().getBytes(UTF_8));
    List<Swept> swept = new ArrayList<>();
    MAPPER
        .readTree(answer)
        .path("swept")
        .forEach(part -> swept.add(MAPPER.convertValue(part, Swept.class)));
    if (!swept.stream().allMatch(part -> part.endedWell() || part.goesOn())) {
      throw new AssertionError(swept.toString());
    }
    return swept.stream().allMatch(part -> part.status().equals("done"));
  }

  /** So many of the webhooks that are still to come arrive now; the door is not what is killed here. */
  private void hear(int count) throws JsonProcessingException {
    LocalFunction door =
        function(
            Catalogue.INGEST,
            new IngestFunction(new HubIngestStores(deployment(memory)), new LoggerLog()));
    for (int left = count; left > 0; left--) {
      byte[] answer = door.invoke(event(live.remove()));
      int status = status(answer);
      if (status != 200) {
        throw new AssertionError("the door answered " + status);
      }
    }
  }

  private static int status(byte[] answer) {
    try {
      return MAPPER.readTree(answer).path("statusCode").asInt();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private byte[] event(Signed webhook) throws JsonProcessingException {
    String path = "/hooks/" + scene.source() + "/" + BOOK + "." + NAME;
    ObjectNode event = MAPPER.createObjectNode().put("version", "2.0").put("rawPath", path);
    event.put("rawQueryString", webhook.query());
    ObjectNode headers = event.putObject("headers");
    webhook.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    event.putObject("requestContext").putObject("http").put("method", "POST").put("path", path);
    event.put("body", Base64.getEncoder().encodeToString(webhook.body().getBytes(UTF_8)));
    return MAPPER.writeValueAsBytes(event.put("isBase64Encoded", true));
  }

  /** What the stream does: hands on what was kept, and goes on only after it was posted. */
  private void post() {
    StreamImages images = failing.images();
    LocalFunction post = function(Catalogue.POST, new PostFunction(failing));
    while (true) {
      ChangeFeed.Batch batch = memory.feed().read(place, 100);
      List<Change> received =
          batch.changes().stream().filter(Change.Received.class::isInstance).toList();
      if (!received.isEmpty()) {
        byte[] _ = post.invoke(images.toEvent(received).getBytes(UTF_8));
      }
      if (batch.changes().isEmpty()) {
        return;
      }
      place = batch.next();
    }
  }

  private Outcome outcome() {
    LedgerStore ledger = memory.ledger(BOOK);
    SortedMap<String, Long> balances = new TreeMap<>();
    ledger.days().stream()
        .flatMap(day -> ledger.day(day, Optional.empty()).stream())
        .flatMap(step -> step.entry().stream())
        .flatMap(entry -> entry.legs().stream())
        .forEach(leg -> balances.merge(key(leg), leg.minor(), Math::addExact));
    balances.values().removeIf(minor -> minor == 0);
    return new Outcome(
        balances,
        new Setbacks(memory.state(BOOK)).all().stream().map(Setback::reason).sorted().toList(),
        crashing.crashes());
  }

  private static String key(Leg leg) {
    return leg.account() + " " + leg.reference().map(Object::toString).orElse("");
  }

  /** The secrets of a connection, by name. */
  static GivenSecrets secrets(Optional<String> webhook, Map<String, String> credentials) {
    Map<String, io.daybook.sources.Secret> given = new TreeMap<>();
    credentials.forEach(
        (name, value) -> given.put(name, new io.daybook.sources.Secret(value.getBytes(UTF_8))));
    return new GivenSecrets(
        webhook.map(secret -> new io.daybook.sources.Secret(secret.getBytes(UTF_8))), given);
  }
}
