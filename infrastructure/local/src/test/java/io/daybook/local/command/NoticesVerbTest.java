package io.daybook.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.channel.HubChannels;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoticesVerbTest {
  private record Ran(int code, String out, String err) {
    JsonNode kind(String kind) throws Exception {
      return new ObjectMapper().readTree(out).path("kinds").path(kind);
    }
  }

  @TempDir Path folder;

  @BeforeEach
  void makeABook() {
    try (Hub hub = Hub.open(HubFolder.open(folder), Optional.empty())) {
      StateStore state = hub.deployment().stores().state(new Book("blue-cup"));
      Rules _ =
          new RulesVersions(state)
              .amend(
                  new Rules(
                      0,
                      new CurrencyCode("USD"),
                      ZoneId.of("America/New_York"),
                      Map.of(),
                      Map.of(),
                      Map.of(),
                      Map.of(),
                      Policy.standard()),
                  rules -> rules);
      new Connections(state, hub.deployment().secrets())
          .save(
              new Connection(
                  new ConnectionName("shop"),
                  "shopify",
                  new Origin("shopify", "x"),
                  Optional.empty(),
                  Instant.EPOCH,
                  List.of(),
                  Optional.empty()));
    }
  }

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("notices"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", folder.toString()));
    int code =
        Daybook.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  @Test
  void listsEveryKindAndHowItIsTold() {
    assertThat(run().out())
        .contains("payout-does-not-tie", "a payout is not the sum of its transactions")
        .contains("on, after 30m, at-once, again after 7d, settled told")
        .contains("to where the hub tells by itself");
  }

  @Test
  void tunesWhatIsNamedAndLeavesTheRest() throws Exception {
    Ran tuned =
        run(
            "--set",
            "payout-does-not-tie",
            "--mail",
            "a@example.com",
            "--mail",
            "b@example.com",
            "--least",
            "50.00",
            "--after",
            "6h",
            "--quiet",
            "22:00-07:00",
            "--json");
    assertThat(tuned.code()).isZero();
    JsonNode kind = tuned.kind("payout-does-not-tie");
    assertThat(kind.path("to")).hasSize(2);
    assertThat(kind.path("least").asText()).isEqualTo("50.00");
    assertThat(kind.path("after").asText()).isEqualTo("6h");
    assertThat(kind.path("again").asText()).isEqualTo("7d");
    assertThat(kind.path("quiet").asText()).isEqualTo("22:00-07:00 America/New_York");

    JsonNode off =
        run("--set", "payout-does-not-tie", "--off", "--again", "never", "--json")
            .kind("payout-does-not-tie");
    assertThat(off.path("on").asBoolean()).isFalse();
    assertThat(off.path("again").asText()).isEqualTo("never");
    assertThat(off.path("to")).hasSize(2);
    assertThat(
            run("--set", "payout-does-not-tie", "--own", "--on", "--json")
                .kind("payout-does-not-tie")
                .path("to"))
        .isEmpty();
  }

  @Test
  void whatCannotBeWishedIsSaidInASentence() {
    assertThat(run("--off").err()).contains("Name it with --set");
    assertThat(run("--set", "weather").err())
        .contains("There is no kind of notice 'weather'. There are: payout-does-not-tie");
    assertThat(run("--set", "close-due", "--least", "5").err()).contains("has no amount");
    assertThat(run("--set", "close-due", "--after", "soon").err())
        .contains("such as 30m, 6h or 5d");
    assertThat(run("--set", "close-due", "--mail", "Ann <a@b.example>").err())
        .contains("expected one such as ops@example.com");
    assertThat(run("--set", "close-due", "--webhook", "http://b.example").err())
        .contains("expected an address such as https://");
    assertThat(run("--set", "close-due", "--webhook", "https://b.example/x").err())
        .contains("Set DAYBOOK_NOTICES_SECRET in the environment");
    assertThat(run("--set", "close-due", "--on", "--off").code()).isEqualTo(2);
  }

  @Test
  void aTestArrivesInTheHubsFile() throws Exception {
    Ran ran = run("--test");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Sent a test notice to file.");
    assertThat(Files.readString(folder.resolve(HubChannels.FILE)))
        .contains("This is a test: notices of book blue-cup arrive here");
  }
}
