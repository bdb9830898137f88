package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.daybook.events.ChartChange;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.ledger.MappingLine.Place;
import io.daybook.ledger.memory.MemoryStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChartTest {
  private static final Origin SHOP = Origin.parse("shopify:blue-cup");
  private static final Book BOOK = new Book("blue-cup");
  private static final Optional<String> NO = Optional.empty();

  private final MemoryStores stores =
      new MemoryStores(Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
  private final StateStore state = stores.state(BOOK);
  private final RulesVersions versions = new RulesVersions(state);

  private static MappingLine line(
      String account, String location, String jurisdiction, String own) {
    return MappingLine.of(
        new ChartChange.Line(
            account,
            Optional.empty(),
            NO,
            location.isEmpty() ? NO : Optional.of(location),
            NO,
            jurisdiction.isEmpty() ? NO : Optional.of(jurisdiction),
            NO,
            own,
            "Own " + own,
            "revenue"));
  }

  private static Optional<String> own(
      Mapping mapping, String account, Optional<String> location, Optional<String> jurisdiction) {
    return mapping
        .line(AccountCode.parse(account), new Place(SHOP, NO, location, NO, jurisdiction))
        .map(found -> found.own().value());
  }

  private static Rules first() {
    return new Rules(
        0,
        new CurrencyCode("EUR"),
        ZoneOffset.UTC,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Policy.standard());
  }

  private Rules amend(Mapping mapping) {
    return versions.amend(
        first(), rules -> rules.with(new Chart(ChartPreset.IFRS_EU, Chart.Keeping.KEPT, mapping)));
  }

  @Test
  void theLineThatSaysMostDecides() {
    Mapping mapping =
        Mapping.of(
            List.of(
                line("4000", "", "", "1"),
                line("4000", "", "US", "2"),
                line("4000", "", "US-CA", "3"),
                line("4000", "7", "", "4"),
                line("4000", "7", "US", "5"),
                line("1010:stripe", "", "", "6")));

    assertThat(own(mapping, "4000", NO, NO)).contains("1");
    assertThat(own(mapping, "4000", NO, Optional.of("US-NY"))).contains("2");
    assertThat(own(mapping, "4000", NO, Optional.of("US-CA"))).contains("3");
    assertThat(own(mapping, "4000", NO, Optional.of("USA"))).contains("1");
    assertThat(own(mapping, "4000", Optional.of("7"), NO)).contains("4");
    assertThat(own(mapping, "4000", Optional.of("7"), Optional.of("US-CA"))).contains("5");
    assertThat(own(mapping, "4000", Optional.of("8"), Optional.of("DE"))).contains("1");
    assertThat(own(mapping, "1010:stripe", NO, NO)).contains("6");
    assertThat(own(mapping, "1010:paypal", NO, NO)).isEmpty();
    assertThat(own(mapping, "1010", NO, NO)).isEmpty();
  }

  @Test
  void aMappingIsStoredOncePerContentAndReadBackWithItsVersion() {
    Mapping many =
        Mapping.of(
            IntStream.range(0, 1_200)
                .mapToObj(at -> line("4000", "loc-" + at, "", Integer.toString(80_000 + at)))
                .toList());
    Rules one = amend(many);
    Rules two = versions.amend(first(), rules -> rules.with(Policy.europeanUnion()));

    assertThat(state.list(StateStore.Kind.CHART)).hasSize(3);
    assertThat(state.list(StateStore.Kind.RULES))
        .allSatisfy(item -> assertThat(item.json().length()).isLessThan(6_000));
    assertThat(versions.version(one.version()).chart().mapping()).isEqualTo(many);
    assertThat(versions.current()).isEqualTo(Optional.of(two));
    assertThat(two.chart()).isEqualTo(one.chart());
    assertThat(amend(Mapping.none()).chart().mapping().isNone()).isTrue();
    assertThat(versions.charts()).hasSize(2).last().isEqualTo(one.chart());
  }

  @Test
  void aMappingIsOfOneBook() {
    Rules _ = amend(Mapping.of(List.of(line("4000", "", "", "1"))));
    StateStore other = stores.state(new Book("red-cup"));
    Rules _ = new RulesVersions(other).amend(first(), same -> same);

    assertThat(other.list(StateStore.Kind.CHART)).isEmpty();
    assertThat(new RulesVersions(other).charts()).containsExactly(Chart.standard());
  }

  @Test
  void rulesOfATimeBeforeChartsMapNothingAndKeepNoDimension() {
    Rules written = versions.amend(first(), same -> same);
    StateStore.Item item = state.list(StateStore.Kind.RULES).getFirst();
    String before = item.json().replaceAll(",\"chart\":\\{[^}]*\\}", "");
    assertThat(before).isNotEqualTo(item.json());
    assertThat(
            state.put(
                new StateStore.Write(StateStore.Kind.RULES, item.id(), item.version(), before)))
        .isTrue();

    assertThat(written.chart()).isEqualTo(Chart.standard());
    assertThat(versions.current().orElseThrow().chart()).isEqualTo(Chart.beforeCharts());
  }

  @Test
  void whatIsOwnedNeverTurnsIntoWhatIsOwed() {
    for (AccountType type : AccountType.values()) {
      assertThat(type.mayBeShownAs(type)).isTrue();
      assertThat(AccountType.ofWord(type.word().toUpperCase(java.util.Locale.ROOT))).contains(type);
    }
    assertThat(AccountType.ASSET.mayBeShownAs(AccountType.LIABILITY)).isFalse();
    assertThat(AccountType.EXPENSE.mayBeShownAs(AccountType.REVENUE)).isFalse();
    assertThat(AccountType.CONTRA_REVENUE.mayBeShownAs(AccountType.REVENUE)).isTrue();
    assertThat(AccountType.OTHER.mayBeShownAs(AccountType.EXPENSE)).isTrue();
    assertThat(AccountType.OTHER.mayBeShownAs(AccountType.ASSET)).isFalse();
  }

  @Test
  void presetsNameAccountsOfTheChartAndNoTwoAlike() {
    for (ChartPreset preset : ChartPreset.values()) {
      assertThat(ChartPreset.parse(preset.code())).isEqualTo(preset);
      assertThat(ChartOfAccounts.accounts().stream().map(preset::name).toList())
          .doesNotHaveDuplicates()
          .allSatisfy(name -> assertThat(name).doesNotContain(":"));
    }
    assertThat(IfrsNames.ALL.keySet())
        .isSubsetOf(ChartOfAccounts.accounts().stream().map(a -> a.number()).toList());
    assertThat(ChartPreset.IFRS_EU.name(AccountCode.parse("2010:DE")))
        .isEqualTo("Output VAT payable: DE");
    assertThatIllegalArgumentException().isThrownBy(() -> ChartPreset.parse("mars"));
  }

  @Test
  void anOwnNumberIsShort() {
    assertThat(new OwnNumber("4000-10.A")).hasToString("4000-10.A");
    for (String wrong : List.of("", "-1", "a b", "1".repeat(31), "8400:1")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new OwnNumber(wrong));
    }
  }

  /** The page is held to the code: who changes a name changes it there. */
  @Test
  void thePageListsTheChartAsItIs() throws IOException {
    List<String> page = Files.readAllLines(Path.of("../../docs/chart.md"));
    List<String> rows = new ArrayList<>();
    for (ChartOfAccounts.Account account : ChartOfAccounts.accounts()) {
      rows.add(
          String.format(
              "| %d | %s | %s | %s |",
              account.number(),
              ChartPreset.US_GAAP.name(account),
              ChartPreset.IFRS_EU.name(account),
              account.type().word()));
    }

    assertThat(page.stream().filter(line -> line.matches("\\| \\d{4} \\|.*")))
        .containsExactlyElementsOf(rows);
  }
}
