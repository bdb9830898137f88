package io.daybook.bench.cost;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.bench.cost.StreamEvents.Inserted;
import io.daybook.books.ExportFunction;
import io.daybook.books.PostFunction;
import io.daybook.books.PullFunction;
import io.daybook.books.ReconcileFunction;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.ingest.IngestFunction;
import io.daybook.ingest.LoggerLog;
import io.daybook.local.hub.HubIngestStores;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.DynamoDbStores;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KeyFile;
import io.daybook.storage.secrets.RememberedSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The functions of the catalogue on metered tables, invoked with Lambda's own events. */
final class MeteredHub {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Tables TABLES = Tables.of("daybook-", 1);

  private final Meter meter = new Meter();
  private final MeteredDynamoDb tables = new MeteredDynamoDb(TABLES, meter);
  private final Deployment deployment;
  private final LocalFunction ingest;
  private final LocalFunction post;
  private final LocalFunction pull;
  private final LocalFunction reconcile;
  private final LocalFunction export;

  MeteredHub(Path folder, MonthClock clock) {
    FolderBodies bodies = new FolderBodies(folder.resolve("bodies"));
    this.deployment =
        new Deployment(
            DynamoDbStores.cloud(tables, TABLES, bodies, clock),
            new RememberedSecrets(KeyFile.open(folder), clock),
            new FolderObjects(folder.resolve("statements")),
            new StreamImages(TABLES, bodies),
            clock);
    this.ingest =
        function(
            Catalogue.INGEST, new IngestFunction(new HubIngestStores(deployment), new LoggerLog()));
    this.post = function(Catalogue.POST, new PostFunction(deployment));
    this.pull = function(Catalogue.PULL, new PullFunction(deployment));
    this.reconcile = function(Catalogue.RECONCILE, new ReconcileFunction(deployment));
    this.export = function(Catalogue.EXPORT, new ExportFunction(deployment));
  }

  private LocalFunction function(FunctionSpec spec, RequestStreamHandler handler) {
    return new LocalFunction(spec, handler, deployment.clock());
  }

  Deployment deployment() {
    return deployment;
  }

  Meter meter() {
    return meter;
  }

  /** The messages that came into the inbox since this was asked last. */
  List<Inserted> received() {
    return tables.drain().stream()
        .filter(inserted -> inserted.table().equals(TABLES.inbox()))
        .toList();
  }

  /** Takes a webhook in; returns the HTTP status. */
  int ingest(String phase, String path, Map<String, String> headers, byte[] body) {
    ObjectNode event = MAPPER.createObjectNode();
    event.put("version", "2.0").put("rawPath", path).put("rawQueryString", "");
    ObjectNode lower = event.putObject("headers");
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    event.putObject("requestContext").putObject("http").put("method", "POST").put("path", path);
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    return invoke(phase, ingest, event.toString()).path("statusCode").asInt();
  }

  /** Posts a batch of the inbox's stream. */
  void post(String phase, List<Inserted> batch) {
    JsonNode answer = invoke(phase, post, StreamEvents.of(batch));
    if (!answer.path("batchItemFailures").isEmpty()) {
      throw new IllegalStateException("a batch was not posted: " + answer);
    }
  }

  JsonNode pull(String phase, Map<String, String> event) {
    return invoke(phase, pull, json(event));
  }

  JsonNode reconcile(String phase, Map<String, String> event) {
    return invoke(phase, reconcile, json(event));
  }

  JsonNode export(String phase, Map<String, String> event) {
    return invoke(phase, export, json(event));
  }

  private static String json(Map<String, String> event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of text can always be written", e);
    }
  }

  private JsonNode invoke(String phase, LocalFunction function, String event) {
    meter.phase(phase);
    try {
      return MAPPER.readTree(function.invoke(event.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(phase + " answered what is no JSON", e);
    } finally {
      meter.phase("");
    }
  }
}
