package io.daybook.sources.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;
import io.daybook.sources.Translation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
  private static Field read(String json) {
    return JsonTranslation.read(json.getBytes(UTF_8));
  }

  @Test
  void aProblemNamesThePathAndWhatWasExpected() {
    Field order =
        read(
            "{'lines':[{'price':{'amount':'1.00'}},{'price':{'amount':true}}]}".replace('\'', '"'));

    assertThatThrownBy(() -> order.list("lines").get(1).at("price").at("amount").decimal())
        .isInstanceOfSatisfying(
            FieldProblem.class,
            problem -> {
              assertThat(problem.path()).isEqualTo("lines[1].price.amount");
              assertThat(problem.expected()).isEqualTo("a decimal");
            });
  }

  @Test
  void aMissingFieldAndANullAreTheSame() {
    Field root = read("{\"a\":null}");

    assertThat(root.maybe("a")).isEmpty();
    assertThat(root.maybe("b")).isEmpty();
    assertThat(root.maybeList("a")).isEmpty();
    assertThatThrownBy(() -> root.at("a"))
        .isInstanceOf(FieldProblem.class)
        .hasMessage("a: expected a value");
  }

  @Test
  @Tag("failure-33")
  void anAmountHasTheDecimalsOfItsCurrency() {
    assertThat(read("{\"a\":\"500\",\"c\":\"JPY\"}").money("a", "c")).isEqualTo(money(500, "JPY"));
    assertThat(read("{\"a\":\"500.00\",\"c\":\"JPY\"}").money("a", "c"))
        .isEqualTo(money(500, "JPY"));
    assertThat(read("{\"a\":\"1.234\",\"c\":\"KWD\"}").money("a", "c"))
        .isEqualTo(money(1234, "KWD"));
    assertThat(read("{\"a\":\"-10.5\",\"c\":\"USD\"}").money("a", "c"))
        .isEqualTo(money(-1050, "USD"));
  }

  @Test
  @Tag("failure-34")
  void aDecimalNumberIsReadExactly() {
    assertThat(read("{\"a\":0.29}").at("a").minor(new CurrencyCode("USD"))).isEqualTo(29);
    assertThat(read("{\"a\":0.1000}").at("a").decimal().toPlainString()).isEqualTo("0.1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1.001\"",
        "1.001",
        "\"1e2\"",
        "1e99999999",
        "\" 1\"",
        "\"\"",
        "true",
        "\"NaN\"",
        "[]"
      })
  void whatIsNoAmountIsRefused(String amount) {
    Field field = read("{\"a\":" + amount + "}").at("a");

    assertThatThrownBy(() -> field.minor(new CurrencyCode("USD"))).isInstanceOf(FieldProblem.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "{\"a\":NaN}",
        "\"x\"",
        "{\"a\":1e-1111111111111400}"
      })
  void whatIsNotOneJsonObjectIsRefused(String json) {
    assertThat(JsonTranslation.one(json.getBytes(UTF_8), root -> new Translation.Facts(List.of())))
        .isEqualTo(new Translation.Malformed("$", "one complete JSON object"));
  }

  @Test
  void nestingIsBounded() {
    String deep = "{\"a\":".repeat(101) + "1" + "}".repeat(101);

    assertThat(JsonTranslation.one(deep.getBytes(UTF_8), root -> new Translation.Facts(List.of())))
        .isInstanceOf(Translation.Malformed.class);
  }

  @Test
  void timesHaveAnOffset() {
    assertThat(read("{\"t\":\"2026-10-31T23:59:37-04:00\"}").at("t").instant())
        .isEqualTo(Instant.parse("2026-11-01T03:59:37Z"));
    assertThatThrownBy(() -> read("{\"t\":\"2026-10-31T23:59:37\"}").at("t").instant())
        .isInstanceOf(FieldProblem.class);
    assertThatThrownBy(() -> read("{\"t\":\"+999999999-10-31T23:59:37Z\"}").at("t").instant())
        .isInstanceOf(FieldProblem.class);
  }

  @Test
  void anIdIsATextOrAWholeNumber() {
    assertThat(read("{\"i\":450789469}").at("i").id()).isEqualTo("450789469");
    assertThat(read("{\"i\":\"abc\"}").at("i").id()).isEqualTo("abc");
    assertThatThrownBy(() -> read("{\"i\":\" \"}").at("i").id()).isInstanceOf(FieldProblem.class);
    assertThatThrownBy(() -> read("{\"i\":1.5}").at("i").id()).isInstanceOf(FieldProblem.class);
  }

  private static Money money(long minor, String currency) {
    return new Money(minor, new CurrencyCode(currency));
  }
}
