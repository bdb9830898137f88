package io.daybook.sources.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import io.daybook.events.Origin;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateFilesTest {
  private static final Origin BOOK = Origin.parse("daybook:demo");
  private static final LocalDate FROM = LocalDate.parse("2026-10-01");
  private static final CurrencyCode EUR = new CurrencyCode("EUR");
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final CurrencyCode JPY = new CurrencyCode("JPY");

  private static RateFile read(String text, CurrencyCode... of) {
    return RateFiles.read(
        "rates.csv", text.getBytes(StandardCharsets.UTF_8), BOOK, FROM, Set.of(of), "ECB");
  }

  private static ExchangeRate rate(CurrencyCode from, CurrencyCode to, String on, String rate) {
    return new ExchangeRate(BOOK, from, to, LocalDate.parse(on), 1, new BigDecimal(rate), "ECB");
  }

  @Test
  void theCentralBanksTableIsReadColumnByColumn() {
    String text =
        """
        Date,USD,JPY,CYP,
        2026-10-05,1.0843,162.35,N/A,
        2026-10-02,1.0800,161,,
        2026-09-30,1.07,160,N/A,
        """;

    assertThat(read(text))
        .isEqualTo(
            new RateFile.Rates(
                List.of(
                    rate(EUR, USD, "2026-10-05", "1.0843"),
                    rate(EUR, JPY, "2026-10-05", "162.35"),
                    rate(EUR, USD, "2026-10-02", "1.08"),
                    rate(EUR, JPY, "2026-10-02", "161"))));
    assertThat(read(text, JPY))
        .isInstanceOfSatisfying(RateFile.Rates.class, only -> assertThat(only.rates()).hasSize(2));
  }

  @Test
  void aLineARateSaysItself() {
    assertThat(read("date,currency,to,rate,source\n2026-10-05,USD,JPY,149.8,Bank of Japan\n"))
        .isInstanceOfSatisfying(
            RateFile.Rates.class,
            all ->
                assertThat(all.rates())
                    .singleElement()
                    .satisfies(rate -> {
                      assertThat(rate.source()).isEqualTo("Bank of Japan");
                      assertThat(rate.rate()).isEqualByComparingTo("149.8");
                      assertThat(rate.currency()).isEqualTo(USD);
                    }));
  }

  @Test
  void whatCannotBeReadNamesLineAndField() {
    assertThat(read("Date,USD\n2026-10-05,1.08\n2026-10-06,x\n"))
        .isInstanceOfSatisfying(
            RateFile.Refused.class,
            refused ->
                assertThat(refused.problem().toString()).contains("rates.csv").contains("USD"));
    assertThat(read("Date,USD\n2026-10-05,0\n")).isInstanceOf(RateFile.Refused.class);
    assertThat(read("day;rate\n")).isInstanceOf(RateFile.Refused.class);
    assertThat(read("Date,USD\n2026-09-05,1\n")).isInstanceOf(RateFile.Refused.class);
    assertThat(read("date,currency,to,rate\n2026-10-05,USD,USD,1\n"))
        .isInstanceOf(RateFile.Refused.class);
    assertThat(read("date,currency,to,rate\n5.10.2026,USD,JPY,1\n"))
        .isInstanceOf(RateFile.Refused.class);
  }

  private static String refused(String text) {
    return switch (read(text)) {
      case RateFile.Refused refused -> refused.problem().toString();
      case RateFile.Rates taken -> throw new AssertionError(taken.rates());
    };
  }

  @Test
  void aDayHasOneRate() {
    String once = "date,currency,to,rate\n2026-10-05,USD,JPY,149.8\n";

    assertThat(read(once + "2026-10-05,USD,JPY,149.80\n")).isEqualTo(read(once));
    assertThat(refused(once + "2026-10-05,USD,JPY,150\n"))
        .isEqualTo(
            "rates.csv:3: rate: expected the rate of 2026-10-05 that an earlier line says, or only one of them");
  }

  @Test
  void whatIsWrongIsNamedByItsColumn() {
    assertThat(refused("date,currency,to,rate\n2026-10-05,EUR,USD,abc\n"))
        .isEqualTo("rates.csv:2: rate: expected a rate above 0 such as 1.0843");
    assertThat(refused("Date,USD,JPY\n2026-10-05,1.08,x\n"))
        .isEqualTo("rates.csv:2: JPY: expected a rate above 0 such as 1.0843");
    assertThat(refused("day,rate\n")).endsWith("Date,USD,JPY and so on");
  }
}
