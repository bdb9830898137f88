package io.daybook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dimensions;
import io.daybook.events.Exemption;
import io.daybook.events.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StepCodecTest {
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final LocalDate DAY = LocalDate.parse("2026-10-01");

  private static Step step(Leg debit, Leg credit) {
    return new Step(
        SubjectId.parse("order/shopify:blue-cup/1"),
        1,
        Instant.parse("2026-10-02T00:00:00Z"),
        1,
        List.of(),
        Optional.of(
            new Entry(
                "payment/1",
                "#1: paid",
                Instant.parse("2026-10-01T16:00:00Z"),
                DAY,
                DAY,
                List.of(debit, credit))));
  }

  @Test
  @Tag("accounting-A4")
  @Tag("accounting-85")
  void aLegKeepsWhatATaxReportNeedsToKnow() {
    Leg tax =
        Leg.credit(AccountCode.of(2010, "US-NY"), new Money(100, USD))
            .marked(
                new TaxMark(
                    Optional.of(DAY),
                    "US",
                    "US-NY",
                    "0.08",
                    Optional.of(new Exemption("resale", "C-1"))))
            .under(new Reference("r"));
    Step step = step(Leg.debit(AccountCode.of(1100), new Money(100, USD)), tax);

    assertThat(StepCodec.decode(StepCodec.encode(step))).isEqualTo(step);
    assertThat(tax.tax().orElseThrow().point()).hasValue(DAY);
  }

  @Test
  void aLegWithoutAMarkIsWrittenAsItWasBeforeThereWereMarks() {
    Money amount = new Money(100, USD);
    Step step =
        step(Leg.debit(AccountCode.of(1100), amount), Leg.credit(AccountCode.of(2100), amount));

    assertThat(new String(StepCodec.encode(step), UTF_8))
        .contains("{\"account\":\"1100\",\"currency\":\"USD\",\"minor\":100,\"valueMinor\":100}")
        .doesNotContain("tax");
  }

  @Test
  void ownAccountsAndDimensionsAreKeptAndCostNothingWhereThereAreNone() {
    Money amount = new Money(100, USD);
    Step plain =
        step(Leg.debit(AccountCode.of(1100), amount), Leg.credit(AccountCode.of(2100), amount));
    Entry entry = plain.entry().orElseThrow();
    Step shown =
        new Step(
            plain.subject(),
            1,
            plain.recordedAt(),
            1,
            List.of(),
            Optional.of(
                new Entry(
                    entry.occasion(),
                    entry.memo(),
                    entry.happenedAt(),
                    DAY,
                    DAY,
                    entry.legs().stream()
                        .map(leg -> leg.shownOn(Optional.of(new OwnNumber("1400"))))
                        .toList(),
                    Optional.of(Dimensions.parse("pos|7")))));

    assertThat(StepCodec.decode(StepCodec.encode(shown))).isEqualTo(shown);
    assertThat(new String(StepCodec.encode(shown), UTF_8))
        .contains("\"own\":\"1400\"", "\"dimensions\":\"pos|7\"");
    assertThat(new String(StepCodec.encode(plain), UTF_8)).doesNotContain("own", "dimensions");
    assertThat(shown.sameContent(plain)).isFalse();
  }
}
