package io.daybook.local.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Trigger;
import io.daybook.catalogue.Trigger.Stream.Changes;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.SubjectId;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.dynamodb.StreamImages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub on one machine is what the catalogue says; the template's twin is the cloud's {@code CatalogueTwinTest}. */
final class HubTwinTest {
  private static final Book BOOK = new Book("b");

  /** Notes how many records it gets at once, and hands back as many as it is told to. */
  private static final class Noting implements RequestStreamHandler {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final List<Integer> sizes = new ArrayList<>();
    private boolean refuses;

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      JsonNode records = MAPPER.readTree(input).path("Records");
      sizes.add(records.size());
      ObjectNode answer = MAPPER.createObjectNode();
      ArrayNode failures = answer.putArray("batchItemFailures");
      for (int number = 1; refuses && number <= records.size(); number++) {
        failures.addObject().put("itemIdentifier", Integer.toString(number));
      }
      MAPPER.writeValue(output, answer);
    }
  }

  @TempDir Path folder;

  private Hub hub() {
    return Hub.open(HubFolder.open(folder.resolve("hub")), Optional.empty(), Clock.systemUTC());
  }

  @Test
  void itHasTheFunctionsOfTheCatalogueAndNoOther() {
    try (Hub hub = hub()) {
      assertThat(hub.functions().names())
          .containsExactlyElementsOf(
              Catalogue.all().stream().map(FunctionSpec::name).sorted().toList());
    }
  }

  @Test
  void everyScheduleAndEveryStreamOfTheCatalogueWakesItsFunction() {
    List<HubServer.Wired> said = new ArrayList<>();
    for (FunctionSpec function : Catalogue.all()) {
      for (Trigger trigger : function.triggers()) {
        if (wakesHere(trigger)) {
          said.add(new HubServer.Wired(function.name(), trigger));
        }
      }
    }
    try (Hub hub = hub();
        HubServer server = HubServer.start(hub, 0, HubServer.Rhythm.AUTOMATIC)) {
      assertThat(server.wired()).containsExactlyInAnyOrderElementsOf(said);
    }
  }

  /** Nothing on one machine can alter a ledger, and people and requests come by themselves. */
  private static boolean wakesHere(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Schedule _ -> true;
      case Trigger.Stream stream -> stream.changes() == Changes.NEW;
      case Trigger.Http _, Trigger.Invoked _, Trigger.PartnerEvent _, Trigger.Dropped _ -> false;
    };
  }

  @Test
  void everyPathOfTheCatalogueGoesToItsFunction() {
    try (Hub hub = hub()) {
      Routes routes = new Routes(hub.functions());
      for (FunctionSpec function : Catalogue.all()) {
        for (Trigger trigger : function.triggers()) {
          if (trigger instanceof Trigger.Http(_, String path)) {
            String asked = path.replaceAll("[{][^}]*[}]", "something");
            assertThat(routes.of(asked)).as(asked).contains(hub.functions().of(function));
          }
        }
      }
    }
  }

  @Test
  void thePumpHandsOverNoMoreThanTheTriggersBatchAndTriesAsOftenAsItSays() {
    Trigger.Stream inbox = Triggers.stream(Catalogue.POST);
    Noting post = new Noting();
    try (Hub hub = hub()) {
      for (int count = 0; count < inbox.batchSize() + 50; count++) {
        InboxStore.Put _ = hub.deployment().stores().inbox(BOOK).put(message("m" + count));
      }
      Pump pump = pump(hub, post);
      assertThat(pump.drain()).isEqualTo(inbox.batchSize() + 50);
      assertThat(post.sizes).containsExactly(inbox.batchSize(), 50);

      post.sizes.clear();
      post.refuses = true;
      InboxStore.Put _ = hub.deployment().stores().inbox(BOOK).put(message("refused"));
      assertThat(pump.once()).isEqualTo(1);
      assertThat(post.sizes).hasSize(1 + inbox.retries()).containsOnly(1);
    }
  }

  private Pump pump(Hub hub, Noting post) {
    FunctionSpec said = Catalogue.POST;
    FunctionSpec noting =
        new FunctionSpec(
            said.name(),
            said.purpose(),
            said.archive(),
            Noting.class.getName(),
            said.triggers(),
            said.touches(),
            said.timeout(),
            said.memoryMegabytes(),
            said.start());
    return new Pump(
        hub.folder(),
        hub.deployment().stores().feed(),
        new LocalFunction(noting, post, Clock.systemUTC()),
        new StreamImages(LocalDeployment.TABLES, new FolderBodies(folder)),
        books -> {});
  }

  @Test
  void whatWakesReconciliationAreKindsOfSubjects() {
    assertThat(Arrays.stream(SubjectId.Kind.values()).map(SubjectId.Kind::code))
        .containsAll(Triggers.stream(Catalogue.RECONCILE).subjects());
  }

  private static Message message(String body) {
    return new Message(
        new ConnectionName("shop"),
        Instant.parse("2026-10-01T00:00:00Z"),
        Message.Via.WEBHOOK,
        "orders/create",
        Bytes.of(body.getBytes(StandardCharsets.UTF_8)));
  }
}
