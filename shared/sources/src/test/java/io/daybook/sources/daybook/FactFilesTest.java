package io.daybook.sources.daybook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.FileProblem;
import org.junit.jupiter.api.Test;

final class FactFilesTest {
  private static final String BILL =
      """
      {
        "fact": "bill", "origin": "supplier:paper", "id": "R-1", "version": 1, "currency": "USD",
        "issuedOn": "2026-10-20", "dueOn": "2026-11-03",
        "items": [{"kind": "EXPENSE", "minor": 4200, "expectedMinor": 0}]
      }\
      """;

  private static FactFile read(String text) {
    return FactFiles.read("bills.json", text.getBytes(UTF_8));
  }

  private static FileProblem problem(String text) {
    return switch (read(text)) {
      case FactFile.Facts facts -> throw new AssertionError(facts.toString());
      case FactFile.Refused refused -> refused.problem();
    };
  }

  @Test
  void factsStandInAListAloneOrUnderFacts() {
    assertThat(read("[" + BILL + "]")).isInstanceOf(FactFile.Facts.class);
    assertThat(read("{\"facts\":[" + BILL + "," + BILL + "]}"))
        .isInstanceOfSatisfying(FactFile.Facts.class, read -> assertThat(read.facts()).hasSize(2));
  }

  @Test
  void theSecondFactsWrongFieldIsNamedWithItsLineAndWhatWasExpected() {
    FileProblem problem =
        problem("[" + BILL + ",\n" + BILL.replace("\"2026-11-03\"", "\"soon\"") + "]");

    assertThat(problem.line()).isEqualTo(6);
    assertThat(problem.field()).isEqualTo("facts[1].dueOn");
    assertThat(problem.expected()).contains("date").contains("when it is to be paid");
    assertThat(problem.toString()).doesNotContain("soon");
  }

  @Test
  void aFieldTooManyOneThatIsMissingAndANestedOneAreNamed() {
    assertThat(problem("[" + BILL.replace("\"dueOn\"", "\"due\": 1, \"dueOn\"") + "]").expected())
        .startsWith("no such field, but one of")
        .contains("dueOn");
    assertThat(problem("[" + BILL.replace("\"dueOn\": \"2026-11-03\",", "") + "]").field())
        .isEqualTo("facts[0].dueOn");
    FileProblem nested = problem("[" + BILL.replace("EXPENSE", "FUN") + "]");
    assertThat(nested.field()).isEqualTo("facts[0].items[0].kind");
    assertThat(nested.expected()).contains("one of").contains("CARRIAGE");
    assertThat(problem("[" + BILL.replace("4200", "42.5") + "]").field())
        .isEqualTo("facts[0].items[0].minor");
    assertThat(problem("[" + BILL.replace("\"USD\"", "\"dollars\"") + "]").field())
        .isEqualTo("facts[0].currency");
  }

  @Test
  void aKindThatNobodyKnowsAndNoKindAtAllAreRefused() {
    assertThat(problem("[{\"fact\":\"rumour\"}]").expected()).contains("the kind of a fact");
    assertThat(problem("[{}]").field()).isEqualTo("facts[0].fact");
  }

  @Test
  void whatIsNoListOfFactsIsRefused() {
    assertThat(problem("").expected()).contains("{\"facts\":[…]}");
    assertThat(problem("[]").expected()).isEqualTo("at least one fact");
    assertThat(problem("{\"bills\":[]}").field()).isEqualTo("facts");
    assertThat(problem("[" + BILL + ",\n{]").line()).isEqualTo(6);
    assertThat(problem("account,amount").expected()).contains("JSON");
  }
}
