package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.events.Origin;
import io.daybook.ledger.SubjectId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each function of the catalogue has a sample event in {@code events/invocations} that invokes it. */
final class InvocationSamplesTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("daybook.root", "../.."), "events", "invocations");

  @TempDir Path folder;
  private TestHub hub;

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private JsonNode invoke(FunctionSpec function) throws IOException {
    byte[] event = Files.readAllBytes(SAMPLES.resolve(function.name() + ".json"));
    return new ObjectMapper()
        .readTree(hub.hub().functions().named(function.name()).orElseThrow().invoke(event));
  }

  @Test
  void everyFunctionOfTheCatalogueHasASample() {
    assertThat(Catalogue.all())
        .allSatisfy(function -> {
          assertThat(SAMPLES.resolve(function.name() + ".json")).isRegularFile();
          assertThat(hub.hub().functions().named(function.name())).isPresent();
        });
  }

  @Test
  void ingestKeepsTheSignedOrderOnceHoweverOftenItIsTold() throws IOException {
    assertThat(invoke(Catalogue.INGEST).path("statusCode").asInt()).isEqualTo(200);
    assertThat(invoke(Catalogue.INGEST).path("statusCode").asInt()).isEqualTo(200);
    assertThat(hub.kept()).isEqualTo(1);
  }

  @Test
  void bridgeKeepsTheOrderThatThePlatformsOwnBusHandsOver() throws IOException {
    JsonNode _ = invoke(Catalogue.BRIDGE);
    assertThat(hub.kept()).isEqualTo(1);
  }

  @Test
  void dropSaysBesideTheFileThatThereIsNoSuchBook() throws IOException {
    JsonNode _ = invoke(Catalogue.DROP);
    assertThat(hub.hub().folder().path().resolve("drops/drop/elsewhere/main"))
        .isDirectoryContaining("glob:**october.xml.refused.txt");
    assertThat(hub.kept()).isZero();
  }

  @Test
  void actSaysThatTheFileWasNeverUploaded() throws IOException {
    assertThat(invoke(Catalogue.ACT).path("refused").asText())
        .isEqualTo("The file is not there any more: choose it again.");
  }

  @Test
  void postLearnsTheOrderOfTheStreamsRecord() throws IOException {
    assertThat(invoke(Catalogue.POST).path("batchItemFailures")).isEmpty();
    JsonNode order =
        new ObjectMapper().readTree(SAMPLES.resolve("ingest.json").toFile()).path("body");
    String id = new ObjectMapper().readTree(order.asText()).path("id").asText();
    assertThat(
            hub.hub()
                .deployment()
                .stores()
                .ledger(TestHub.BOOK)
                .read(
                    new SubjectId(
                        SubjectId.Kind.ORDER, new Origin("shopify", "blue-cup.myshopify.com"), id)))
        .isNotEmpty();
  }

  @Test
  void pullSaysOfEveryResourceWhatCameOfIt() throws IOException {
    assertThat(invoke(Catalogue.PULL).path("swept"))
        .isNotEmpty()
        .allSatisfy(swept -> assertThat(swept.path("status").asText()).isNotBlank());
  }

  @Test
  void reconcileSaysWhichBooksItReconciled() throws IOException {
    assertThat(invoke(Catalogue.RECONCILE).path("books"))
        .singleElement()
        .satisfies(book -> assertThat(book.asText()).isEqualTo("sample"));
  }

  @Test
  void reconcileByScheduleProvesTheBalancesOfEveryBook() throws IOException {
    JsonNode answer =
        new ObjectMapper()
            .readTree(
                hub.hub()
                    .functions()
                    .named("reconcile")
                    .orElseThrow()
                    .invoke("{}".getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.path("books")).hasSize(1);
    assertThat(answer.path("unproven").isArray()).isTrue();
    assertThat(answer.path("unproven")).isEmpty();
  }

  @Test
  void exportWritesTheStatementsUnderTheBookAndTheDay() throws IOException {
    JsonNode written = invoke(Catalogue.EXPORT).path("written");
    assertThat(written)
        .anySatisfy(
            key -> assertThat(key.asText()).isEqualTo("sample/2026-10-31/trial-balance.csv"));
    assertThat(hub.hub().deployment().statements().get("sample/2026-10-31/summary.json"))
        .isPresent();
  }

  @Test
  void replayPostsNothingWhenAllIsWell() throws IOException {
    assertThat(invoke(Catalogue.POST).path("batchItemFailures")).isEmpty();
    assertThat(invoke(Catalogue.REPLAY).path("replayed"))
        .singleElement()
        .satisfies(part -> {
          assertThat(part.path("book").asText()).isEqualTo("sample");
          assertThat(part.path("entries").asInt()).isZero();
          assertThat(part.path("goesOn").asBoolean()).isFalse();
        });
  }

  @Test
  void guardKeepsTheOldImageOfAStepThatSomebodyChanged() throws IOException {
    assertThat(invoke(Catalogue.GUARD).path("batchItemFailures")).isEmpty();
    assertThat(hub.hub().deployment().statements().get("alterations/1.json"))
        .hasValueSatisfying(
            kept -> assertThat(new String(kept, StandardCharsets.UTF_8)).contains("OldImage"));
  }

  @Test
  void theHubWakesEachFunctionByTheTriggersOfTheCatalogueAndHasNoOther() {
    assertThat(hub.hub().functions().names())
        .containsExactlyElementsOf(
            Catalogue.all().stream().map(FunctionSpec::name).sorted().toList());
  }
}
