package io.daybook.sources.generic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.events.OrderPayment;
import io.daybook.events.Origin;
import io.daybook.sources.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GenericSourceTest {
  private static final Origin OWN = new Origin("generic", "shop-7");
  private static final Path SAMPLES =
      Path.of("../../events/src/test/resources/io/daybook/events/samples");
  private static final String PAYMENT =
      "{'fact':'order-payment','id':'pay-1','order':'A-1','gateway':'cash','currency':'USD',"
          + "'amountMinor':5400,'at':'2026-10-05T18:00:00Z','reference':'pay-1','tender':'CASH'}";

  private static Translation translate(String text) {
    return new GenericSource().translate("facts", text.replace('\'', '"').getBytes(UTF_8), OWN);
  }

  private static Translation.Malformed refused(String text) {
    return translate(text) instanceof Translation.Malformed malformed
        ? malformed
        : new Translation.Malformed("taken", text);
  }

  @Test
  void oneFactAListAndAnObjectOfFactsSayTheSame() {
    Translation one = translate(PAYMENT);
    assertThat(one).isInstanceOf(Translation.Facts.class);
    assertThat(((Translation.Facts) one).facts().getFirst())
        .isInstanceOf(OrderPayment.class)
        .satisfies(fact -> assertThat(fact.key().origin()).isEqualTo(OWN));
    assertThat(translate("[" + PAYMENT + "]")).isEqualTo(one);
    assertThat(translate("{'facts':[" + PAYMENT + "]}")).isEqualTo(one);
    assertThat(translate(PAYMENT.replace("{'fact'", "{'origin':'generic:shop-7','fact'")))
        .isEqualTo(one);
  }

  @Test
  void everythingThatIsWrongIsNamedByItsPlace() {
    String message =
        "{'facts':["
            + PAYMENT
            + ","
            + PAYMENT.replace("5400", "'much'")
            + ","
            + PAYMENT.replace("'tender'", "'tinder'")
            + ",7]}";
    Translation.Malformed refused = refused(message);
    assertThat(refused.where()).isEqualTo("/facts/1/amountMinor");
    assertThat(refused.expected())
        .startsWith("integer: ")
        .contains("; /facts/2/tinder: no such field, but one of ")
        .contains("; /facts/3: an object with a kind under \"fact\"")
        .doesNotContain("much");
    assertThat(refused("[" + PAYMENT.replace("5400", "'much'") + "]").where())
        .isEqualTo("/0/amountMinor");
    assertThat(refused(PAYMENT.replace("'USD'", "'dollars'")).where()).isEqualTo("/currency");
  }

  @Test
  void anotherOriginIsRefused() {
    assertThat(refused(PAYMENT.replace("{'fact'", "{'origin':'stripe:acct_1','fact'")))
        .isEqualTo(new Translation.Malformed("/origin", "the connection's own, generic:shop-7"));
  }

  @Test
  void aDisputeOfAnothersOrderIsRefused() throws IOException {
    ObjectNode dispute = sample("dispute");
    dispute.put("origin", OWN.toString());
    dispute.putObject("order").put("shop", "shopify:blue-cup").put("id", "1");
    assertThat(refused(dispute.toString()).where()).isEqualTo("/order/shop");
  }

  @Test
  void whatIsNoJsonAndWhatHoldsNothingIsRefused() {
    assertThat(refused("{").expected()).startsWith("JSON: ");
    assertThat(refused("{} {}").expected()).startsWith("JSON: ");
    assertThat(refused("[]").expected()).isEqualTo("1 to 1000 facts");
    assertThat(refused("{}").where()).isEqualTo("/fact");
    assertThat(refused("[".repeat(60)).expected()).startsWith("JSON: ");
    assertThat(new GenericSource().translate("other", new byte[0], OWN))
        .isInstanceOf(Translation.Unknown.class);
  }

  /** Each kind's published sample, told as if it were the connector's own. */
  @Test
  void ofEveryKindTheSampleIsTakenOrRefusedAsThePageSays() throws IOException {
    List<String> taken = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (String kind : kinds()) {
      ObjectNode sample = sample(kind);
      sample.put("origin", OWN.toString());
      if (kind.equals("dispute")) {
        sample.remove("order");
      }
      all.add(kind);
      if (translate(sample.toString().replace('\'', ' ')) instanceof Translation.Facts) {
        taken.add(kind);
      }
    }
    String page = Files.readString(Path.of("../../docs/sources/generic.md"));
    assertThat(
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(page)
                .results()
                .map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(taken);
    List<String> others = new ArrayList<>(all);
    others.removeAll(taken);
    String last = page.substring(page.indexOf("Not told by connectors:"));
    assertThat(Pattern.compile("`([a-z-]+)`").matcher(last).results().map(kind -> kind.group(1)))
        .containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void theExampleOnThePageIsTaken() throws IOException {
    String page = Files.readString(Path.of("../../docs/sources/generic.md"));
    List<String> examples =
        Pattern.compile("(?s)```json\\n(.*?)```")
            .matcher(page)
            .results()
            .map(example -> example.group(1))
            .toList();
    assertThat(examples).hasSize(1);
    assertThat(translate(examples.getFirst()))
        .isInstanceOfSatisfying(
            Translation.Facts.class, told -> assertThat(told.facts()).hasSize(4));
  }

  private static ObjectNode sample(String kind) throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(SAMPLES.resolve(kind + ".json").toFile());
  }

  private static List<String> kinds() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    }
  }
}
