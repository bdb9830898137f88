package io.daybook.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Discrepancy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static Summary sample() {
    return new Summary(
        new Summary.Messages(12_044, 311, 0, 2),
        2_410,
        Reports.trialBalance().balance().rows().stream().map(Summary.Account::of).toList(),
        SamplePayouts.all().stream().map(Summary.Payout::of).toList(),
        CsvTest.exceptions().stream().map(Summary.Unexplained::of).toList());
  }

  private static String text(Summary summary, SummaryText.Style style) throws IOException {
    StringBuilder text = new StringBuilder();
    SummaryText.write(summary, style, text);
    return text.toString();
  }

  @Test
  void theJsonReadsAsItsGoldenFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SummaryJson.write(sample(), out);
    Golden.assertSame("summary.json", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theTextReadsAsItsGoldenFile() throws IOException {
    Golden.assertSame("summary.txt", text(sample(), SummaryText.Style.PLAIN));
  }

  @Test
  void aMonthWithoutTroubleSaysSo() throws IOException {
    Summary quiet =
        new Summary(new Summary.Messages(0, 0, 0, 0), 0, List.of(), List.of(), List.of());
    Golden.assertSame("summary-quiet.txt", text(quiet, SummaryText.Style.PLAIN));
  }

  @Test
  void noLineIsWiderThanATerminalAndColourIsOnlyForWhoAsks() throws IOException {
    String endless = "x".repeat(200);
    Summary wide =
        new Summary(
            new Summary.Messages(Long.MAX_VALUE, 0, 0, 0),
            1,
            List.of(
                new Summary.Account(
                    "1010:" + "q".repeat(60),
                    "Clearing: " + "q".repeat(60),
                    "asset",
                    SampleBooks.KWD,
                    Long.MIN_VALUE)),
            List.of(
                new Summary.Payout(
                    endless,
                    "shopify",
                    SampleBooks.USD,
                    Long.MAX_VALUE,
                    "unattributed",
                    Long.MIN_VALUE,
                    Optional.empty())),
            List.of(
                new Summary.Unexplained(
                    Discrepancy.Kind.STATEMENT_DOES_NOT_ADD_UP.code(),
                    endless,
                    Long.MIN_VALUE,
                    Optional.of(SampleBooks.KWD),
                    endless + " " + endless)));
    assertThat(text(wide, SummaryText.Style.PLAIN).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(SummaryText.WIDTH));
    assertThat(text(wide, SummaryText.Style.PLAIN)).doesNotContain("\u001b");
    assertThat(text(wide, SummaryText.Style.ANSI).replaceAll("\u001b\\[[0-9]*m", ""))
        .isEqualTo(text(wide, SummaryText.Style.PLAIN));
  }

  @Test
  void thousandsAreSetApartWhateverTheSign() {
    assertThat(PrintedMoney.number(-123_456, SampleBooks.USD)).isEqualTo("-1,234.56");
    assertThat(PrintedMoney.number(-99_999, SampleBooks.USD)).isEqualTo("-999.99");
    assertThat(PrintedMoney.number(100_000, SampleBooks.JPY)).isEqualTo("100,000");
    assertThat(PrintedMoney.number(-1, SampleBooks.KWD)).isEqualTo("-0.001");
    assertThat(PrintedMoney.number(Long.MIN_VALUE, SampleBooks.USD))
        .isEqualTo("-92,233,720,368,547,758.08");
  }
}
