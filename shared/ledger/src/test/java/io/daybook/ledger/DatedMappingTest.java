package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.ChartChange;
import io.daybook.events.CurrencyCode;
import io.daybook.ledger.memory.MemoryStores;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One version of the rules holds the mapping of every day (decision 42). */
final class DatedMappingTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Optional<String> NO = Optional.empty();
  private static final Mapping OLD = sales("8400");
  private static final Mapping NEW = sales("8500");
  private static final Mapping OTHER = sales("8600");

  private final StateStore state = new MemoryStores(Clock.systemUTC()).state(new Book("b"));
  private final RulesVersions versions = new RulesVersions(state);

  private static Mapping sales(String own) {
    return Mapping.of(
        List.of(
            MappingLine.of(
                new ChartChange.Line(
                    "4000",
                    Optional.empty(),
                    NO,
                    NO,
                    NO,
                    NO,
                    NO,
                    own,
                    "Sales " + own,
                    "revenue"))));
  }

  private static Chart chart() {
    return new Chart(ChartPreset.US_GAAP, Chart.Keeping.KEPT, OLD)
        .changed(ChartPreset.US_GAAP, Optional.of(NEW_YEAR), TODAY, NEW);
  }

  private Rules amend(Chart chart) {
    return versions.amend(
        new Rules(
            0,
            new CurrencyCode("USD"),
            ZoneOffset.UTC,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Policy.standard()),
        rules -> rules.with(chart));
  }

  @Test
  void aMappingHoldsFromItsDayOn() {
    assertThat(chart().mappingOn(NEW_YEAR.minusDays(1))).isEqualTo(OLD);
    assertThat(chart().mappingOn(NEW_YEAR)).isEqualTo(NEW);
    assertThat(chart().mappingOn(NEW_YEAR.plusYears(9))).isEqualTo(NEW);
    assertThat(chart().since(NEW_YEAR.minusDays(1))).isEmpty();
    assertThat(chart().since(NEW_YEAR)).contains(NEW_YEAR);
    assertThat(chart().since(NEW_YEAR.plusDays(1))).contains(NEW_YEAR);
    assertThat(chart().mappings()).containsExactly(NEW, OLD);
  }

  @Test
  void theOrderInWhichTwoDaysAreSetMakesNoDifference() {
    Chart first = Chart.standard();
    Optional<LocalDate> one = Optional.of(NEW_YEAR);
    Optional<LocalDate> two = Optional.of(NEW_YEAR.plusMonths(1));

    assertThat(
            first
                .changed(ChartPreset.IFRS_EU, one, TODAY, OLD)
                .changed(ChartPreset.IFRS_EU, two, TODAY, NEW))
        .isEqualTo(
            first
                .changed(ChartPreset.IFRS_EU, two, TODAY, NEW)
                .changed(ChartPreset.IFRS_EU, one, TODAY, OLD));
  }

  @Test
  void withoutADayItTakesThePlaceOfWhatHasBegunTodayIncluded() {
    Chart planned = chart().changed(ChartPreset.US_GAAP, NO_DAY, NEW_YEAR.minusDays(1), OTHER);
    Chart begun = chart().changed(ChartPreset.US_GAAP, NO_DAY, NEW_YEAR, OTHER);

    assertThat(planned.mapping()).isEqualTo(OTHER);
    assertThat(planned.mappingOn(NEW_YEAR)).isEqualTo(NEW);
    assertThat(begun).isEqualTo(new Chart(ChartPreset.US_GAAP, Chart.Keeping.KEPT, OTHER));
  }

  private static final Optional<LocalDate> NO_DAY = Optional.empty();

  @Test
  void whoeverSetsAChartKeepsDimensionsFromThenOn() {
    assertThat(Chart.beforeCharts().changed(ChartPreset.IFRS_EU, NO_DAY, TODAY, OLD).dimensions())
        .isEqualTo(Chart.Keeping.KEPT);
    assertThat(
            Chart.beforeCharts()
                .changed(ChartPreset.IFRS_EU, Optional.of(NEW_YEAR), TODAY, OLD)
                .dimensions())
        .isEqualTo(Chart.Keeping.KEPT);
  }

  @Test
  void aVersionIsReadAsItWasWrittenEachMappingOnce() {
    Chart chart =
        chart()
            .changed(ChartPreset.IFRS_EU, Optional.of(NEW_YEAR.plusDays(1)), TODAY, Mapping.none())
            .changed(ChartPreset.IFRS_EU, Optional.of(NEW_YEAR.plusDays(2)), TODAY, OLD);
    Rules written = amend(chart);

    assertThat(versions.version(written.version())).isEqualTo(written);
    assertThat(versions.current().orElseThrow().chart()).isEqualTo(chart);
    assertThat(versions.charts()).containsExactly(chart);
    assertThat(state.list(StateStore.Kind.CHART)).hasSize(2);
  }

  @Test
  void rulesWithOneMappingAreStoredAsBeforeMappingsHadDays() {
    var _ = amend(new Chart(ChartPreset.US_GAAP, Chart.Keeping.KEPT, OLD));

    assertThat(state.list(StateStore.Kind.RULES).getFirst().json())
        .containsPattern(
            "\"chart\":\\{\"preset\":\"US_GAAP\",\"dimensions\":\"KEPT\",\"mapping\":\"[0-9a-f]{24}\\.1\"}");
  }

  @Test
  void anAccountIsCalledAsTheMappingOfTheLatestDayCallsIt() {
    OwnNumber own = new OwnNumber("8400");
    Mapping renamed =
        Mapping.of(
            List.of(
                MappingLine.of(
                    new ChartChange.Line(
                        "4000",
                        Optional.empty(),
                        NO,
                        NO,
                        NO,
                        NO,
                        NO,
                        "8400",
                        "Revenue",
                        "revenue"))));
    Chart chart =
        chart().changed(ChartPreset.US_GAAP, Optional.of(NEW_YEAR.plusDays(1)), TODAY, renamed);

    assertThat(ShownAccounts.of(List.of(chart)).of(AccountCode.of(4000), Optional.of(own)).title())
        .isEqualTo("Revenue");
    assertThat(ShownAccounts.of(List.of(chart)).owns()).hasSize(2);
  }
}
