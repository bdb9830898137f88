package io.daybook.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.catalogue.Access;
import io.daybook.catalogue.AlarmSpec;
import io.daybook.catalogue.Alarms;
import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Justification;
import io.daybook.catalogue.Table;
import io.daybook.catalogue.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/cloud.md are made from catalogue and template and cannot rot: {@code -Ddaybook.write-docs=true} writes
 * them anew.
 */
class CloudPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("daybook.root", "."), "docs", "cloud.md");

  @Test
  void theFunctionsAreThoseOfTheCatalogue() throws IOException {
    StringBuilder rows =
        new StringBuilder("| function | woken by | memory, timeout | start |\n|---|---|---|---|\n");
    for (FunctionSpec function : Catalogue.all()) {
      rows.append("| `")
          .append(function.name())
          .append("` | ")
          .append(
              function.triggers().stream()
                  .map(trigger -> words(function, trigger))
                  .collect(Collectors.joining("; ")))
          .append(" | ")
          .append(function.memoryMegabytes())
          .append(" MB, ")
          .append(function.timeout().toSeconds())
          .append(" s | ")
          .append(
              switch (function.start()) {
                case SNAPSHOT -> "snapshot";
                case PLAIN -> "plain";
              })
          .append(" |\n");
    }
    check("functions", rows);
  }

  @Test
  void theRolesAreThoseOfTheCatalogueWithTheCallThatNeedsEachAction() throws IOException {
    StringBuilder rows =
        new StringBuilder("| role of | action | on | for it |\n|---|---|---|---|\n");
    for (FunctionSpec function : Catalogue.all()) {
      for (Justification call : Justification.of(function)) {
        rows.append("| `")
            .append(function.name())
            .append("` | ")
            .append(call.action())
            .append(" | ")
            .append(on(call.access()))
            .append(" | ")
            .append(call.reason())
            .append(" |\n");
      }
    }
    check("roles", rows);
  }

  @Test
  void theAlarmsAreThoseOfTheCatalogue() throws IOException {
    StringBuilder rows = new StringBuilder("| alarm | sounds when |\n|---|---|\n");
    for (AlarmSpec alarm : Alarms.all()) {
      rows.append("| `").append(alarm.name()).append("` | ").append(alarm.meaning()).append(" |\n");
    }
    check("alarms", rows);
  }

  @Test
  void theResourcesAreThoseOfTheTemplate() throws IOException {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (JsonNode resource : Synthesised.prod().json().path("Resources")) {
      counts.merge(resource.path("Type").asText(), 1, Integer::sum);
    }
    StringBuilder rows = new StringBuilder("| resource | in `prod` |\n|---|---|\n");
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      rows.append("| ")
          .append(count.getKey().substring("AWS::".length()))
          .append(" | ")
          .append(count.getValue())
          .append(" |\n");
    }
    check("resources", rows);
  }

  private static String words(FunctionSpec function, Trigger trigger) {
    return switch (trigger) {
      case Trigger.Http(String method, String path) -> "`" + method + " " + path + "`";
      case Trigger.Stream stream ->
          switch (stream.changes()) {
                case NEW -> "new items of ";
                case ALTERED -> "changed or removed items of ";
              }
              + stream.table().word()
              + (stream.subjects().isEmpty()
                  ? ""
                  : " (" + String.join(", ", stream.subjects()) + ")")
              + ", up to "
              + stream.batchSize()
              + " or "
              + stream.window().toSeconds()
              + " s";
      case Trigger.Schedule(Duration every) -> "`" + Schedules.expression(function, every) + "`";
      case Trigger.PartnerEvent _ -> "an event of a platform's bus";
      case Trigger.Dropped(Bucket bucket, String prefix) ->
          "a new object of bucket " + bucket.word() + " under `" + prefix + "`";
      case Trigger.Invoked _ -> "a call by name";
    };
  }

  private static String on(Access access) {
    return switch (access) {
      case Access.OnTable(Table table, _) -> "table " + table.word();
      case Access.OnStatements _ -> "bucket " + Bucket.STATEMENTS.word();
      case Access.OnLargeBodies _ -> "bucket " + Bucket.BODIES.word();
      case Access.OnDrops _ -> "bucket " + Bucket.DROPS.word();
      case Access.OnKey _ -> "the hub's key";
      case Access.OnFunction(String called, _) -> "function " + called;
      case Access.OnMail _ -> "the sender's address";
      case Access.OnNotices _ -> "topic notices";
    };
  }

  private static void check(String name, StringBuilder rows) throws IOException {
    String begin = "<!-- " + name + ": made by CloudPageTest -->\n";
    String end = "<!-- end of " + name + " -->";
    String page = Files.readString(PAGE);
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    assertThat(from).as("%s in %s", begin, PAGE).isNotNegative();
    assertThat(to).as("%s in %s", end, PAGE).isGreaterThan(from);
    String fresh = page.substring(0, from) + begin + rows + page.substring(to);
    if (Boolean.getBoolean("daybook.write-docs")) {
      Files.writeString(PAGE, fresh);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/cloud.md; -Ddaybook.write-docs=true writes its tables anew")
        .isEqualTo(fresh);
  }
}
