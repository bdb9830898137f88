package io.daybook.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TableTest {
  private final Table table =
      new Table(
          "Starts",
          List.of("", "ms", "ratio"),
          List.of(
              List.of(Cell.of("nothing"), Cell.millis(1_234_567_890), new Cell.Empty()),
              List.of(Cell.of("door"), Cell.of(7), new Cell.Ratio(2.5))),
          List.of("A note."));

  @Test
  void numbersStandUnderOneAnother() {
    assertThat(table.text())
        .isEqualTo(
            """
            Starts
                            ms  ratio
              nothing  1,234.6      –
              door           7  2.50×
              A note.
            """);
  }

  @Test
  void scriptsGetTheNumbersThemselves() {
    assertThat(table.json())
        .containsEntry("title", "Starts")
        .containsEntry(
            "rows",
            List.of(
                Map.of("", "nothing", "ms", 1234.56789, "ratio", ""),
                Map.of("", "door", "ms", 7L, "ratio", 2.5)));
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    assertThatThrownBy(() ->
            new Table("Starts", List.of("", "ms"), List.of(List.of(Cell.of("door"))), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a row of 1 cells under 2 columns");
  }

  @Test
  void everyPercentileWasMeasured() {
    Sample sample = new Sample(new long[] {40, 10, 30, 20});

    assertThat(sample.median()).isEqualTo(20);
    assertThat(sample.percentile(75)).isEqualTo(30);
    assertThat(sample.percentile(99)).isEqualTo(40);
    assertThat(sample.percentile(0)).isEqualTo(10);
    assertThat(sample.least()).isEqualTo(10);
    assertThat(sample.most()).isEqualTo(40);
  }
}
