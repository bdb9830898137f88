package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.daybook.events.ChartChange;
import io.daybook.events.FactJson;
import io.daybook.events.Origin;
import io.daybook.ledger.MappingLine.Only;
import io.daybook.ledger.MappingLine.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which line of a mapping means a leg, and which of several decides. */
final class MappingTest {
  private static final Origin SHOP = Origin.parse("shopify:blue-cup");
  private static final Origin OTHER = Origin.parse("shopify:red-cup");
  private static final AccountCode SALES = AccountCode.of(4000);

  private static Optional<String> said(String text) {
    return text.isEmpty() || text.equals("-") ? Optional.empty() : Optional.of(text);
  }

  /** Conditions as {@code location/productType/channel/connection/jurisdiction}, {@code -} for none. */
  private static Only only(String conditions) {
    String[] parts = conditions.split("/", -1);
    return new Only(
        said(parts[0]),
        said(parts[1]),
        said(parts[2]),
        said(parts[3]).map(Origin::parse),
        said(parts[4]));
  }

  private static MappingLine line(String account, String conditions, String own) {
    return new MappingLine(
        AccountCode.parse(account),
        only(conditions),
        new OwnNumber(own),
        "Own " + own,
        AccountType.REVENUE);
  }

  /** A sale through the web shop of a cup at place 7, taxed in California. */
  private static final Place PLACE =
      new Place(
          SHOP, Optional.of("web"), Optional.of("7"), Optional.of("Cups"), Optional.of("US-CA"));

  private static final Place NOWHERE =
      new Place(SHOP, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "-/-/-/-/-, true, true",
    "7/-/-/-/-, true, false",
    "8/-/-/-/-, false, false",
    "-/Cups/-/-/-, true, false",
    "-/Tea/-/-/-, false, false",
    "-/-/web/-/-, true, false",
    "-/-/pos/-/-, false, false",
    "-/-/-/shopify:blue-cup/-, true, true",
    "-/-/-/shopify:red-cup/-, false, false",
    "-/-/-/-/US, true, false",
    "-/-/-/-/US-CA, true, false",
    "-/-/-/-/US-C, false, false",
    "-/-/-/-/US-CA-1, false, false",
    "7/Cups/web/shopify:blue-cup/US, true, false",
    "7/Cups/web/shopify:blue-cup/DE, false, false",
  })
  void aLineMeansOnlyThatOfWhichAllItSaysIsTrue(String conditions, boolean there, boolean nowhere) {
    assertThat(only(conditions).means(PLACE)).isEqualTo(there);
    assertThat(only(conditions).means(NOWHERE)).isEqualTo(nowhere);
    assertThat(line("4000", conditions, "1").means(SALES, PLACE)).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({
    "1010, 1010, true",
    "1010, 1010:stripe, true",
    "1010:stripe, 1010:stripe, true",
    "1010:stripe, 1010:paypal, false",
    "1010:stripe, 1010, false",
    "1010, 1020, false",
  })
  void anAccountWithoutAQualifierMeansAllOfItsNumber(String said, String found, boolean means) {
    assertThat(line(said, "-/-/-/-/-", "1").means(AccountCode.parse(found), PLACE))
        .isEqualTo(means);
  }

  /** Each says more than the one after it. */
  private static final List<String> BY_WEIGHT =
      List.of(
          "4000 7/Cups/web/shopify:blue-cup/US",
          "4000 7/Cups/web/-/-",
          "4000 7/Cups/-/-/-",
          "4000 7/-/web/-/-",
          "4000 7/-/-/-/US-CA",
          "4000 7/-/-/-/US",
          "4000 -/Cups/web/-/-",
          "4000 -/-/-/shopify:blue-cup/US",
          "4000 7/-/-/-/-",
          "4000 -/Cups/-/-/-",
          "4000 -/-/web/-/-",
          "4000 -/-/-/shopify:blue-cup/-",
          "4000 -/-/-/-/US-CA",
          "4000 -/-/-/-/US",
          "4000 -/-/-/-/-");

  private static MappingLine weighed(int at) {
    String[] parts = BY_WEIGHT.get(at).split(" ", -1);
    return line(parts[0], parts[1], "own-" + at);
  }

  @Test
  void whoSaysMoreDecidesAndOfTwoThatSayAsMuchTheColumnFurtherLeft() {
    for (int more = 0; more < BY_WEIGHT.size(); more++) {
      for (int less = more + 1; less < BY_WEIGHT.size(); less++) {
        MappingLine deciding = weighed(more);
        MappingLine other = weighed(less);
        assertThat(deciding.weight())
            .as("%s, %s", BY_WEIGHT.get(more), BY_WEIGHT.get(less))
            .isGreaterThan(other.weight());
        assertThat(Mapping.of(List.of(other, deciding)).line(SALES, PLACE)).contains(deciding);
        assertThat(Mapping.of(List.of(deciding, other)).line(SALES, PLACE)).contains(deciding);
      }
    }
  }

  @Test
  void aQualifierSaysAsMuchAsAColumn() {
    AccountCode stripe = AccountCode.of(1010, "stripe");
    MappingLine all = line("1010", "-/-/-/-/-", "1");
    MappingLine qualified = line("1010:stripe", "-/-/-/-/-", "2");
    MappingLine placed = line("1010", "7/-/-/-/-", "3");
    Mapping mapping = Mapping.of(List.of(all, qualified));

    assertThat(mapping.line(stripe, PLACE)).contains(qualified);
    assertThat(mapping.line(AccountCode.of(1010, "paypal"), PLACE)).contains(all);
    assertThat(Mapping.of(List.of(qualified, placed)).line(stripe, PLACE)).contains(placed);
    assertThat(
            Mapping.of(List.of(placed, line("1010:stripe", "-/-/web/-/-", "4")))
                .line(stripe, PLACE)
                .map(found -> found.own().value()))
        .contains("4");
  }

  @Test
  void aLongJurisdictionNeverSaysMoreThanAnotherColumn() {
    String place = "X".repeat(300);
    MappingLine tax =
        new MappingLine(
            SALES, only("-/-/-/-/" + place), new OwnNumber("1"), "Own", AccountType.REVENUE);

    assertThat(tax.weight()).isLessThan(line("4000", "-/-/-/shopify:blue-cup/-", "2").weight());
    assertThat(tax.weight()).isEqualTo(line("4000", "-/-/-/-/" + "Y".repeat(255), "2").weight());
    assertThat(tax.weight())
        .isGreaterThan(line("4000", "-/-/-/-/" + "Y".repeat(254), "2").weight());
  }

  @Test
  void whatNoLineMeansIsFoundNowhere() {
    Mapping mapping =
        Mapping.of(
            List.of(
                line("4000", "8/-/-/-/-", "1"),
                line("4000", "-/-/pos/-/-", "2"),
                line("4010", "-/-/-/-/-", "3")));

    assertThat(mapping.line(SALES, PLACE)).isEmpty();
    assertThat(mapping.line(SALES, NOWHERE)).isEmpty();
    assertThat(mapping.line(AccountCode.of(4090), PLACE)).isEmpty();
    assertThat(Mapping.none().line(SALES, PLACE)).isEmpty();
  }

  @Test
  void onlyALineOfThePlaceOrOneWithoutAPlaceIsFound() {
    MappingLine here = line("4000", "7/-/-/-/-", "1");
    MappingLine anywhere = line("4000", "-/Cups/web/-/-", "2");
    Place elsewhere =
        new Place(
            OTHER, Optional.of("web"), Optional.of("9"), Optional.of("Cups"), Optional.empty());

    assertThat(Mapping.of(List.of(here)).line(SALES, PLACE)).contains(here);
    assertThat(Mapping.of(List.of(here)).line(SALES, elsewhere)).isEmpty();
    assertThat(Mapping.of(List.of(here, anywhere)).line(SALES, PLACE)).contains(anywhere);
    assertThat(Mapping.of(List.of(here, anywhere)).line(SALES, elsewhere)).contains(anywhere);
  }

  @Test
  void noLinesAreNoMapping() {
    assertThat(Mapping.of(List.of())).isSameAs(Mapping.none());
    assertThat(Mapping.none().isNone()).isTrue();
    assertThat(Mapping.none().lines()).isEmpty();
    assertThat(Mapping.of(List.of(line("4000", "-/-/-/-/-", "1"))).isNone()).isFalse();
  }

  @Test
  void mappingsOfTheSameLinesAreEqual() {
    Mapping one = Mapping.of(List.of(line("4000", "-/-/-/-/-", "1")));
    Mapping same = Mapping.of(List.of(line("4000", "-/-/-/-/-", "1")));
    Mapping two =
        Mapping.of(List.of(line("4000", "-/-/-/-/-", "1"), line("4010", "-/-/-/-/-", "2")));

    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(two);
    assertThat(one.hashCode()).isNotEqualTo(two.hashCode());
    assertThat((Object) one).isNotEqualTo("1 line");
    assertThat(one).hasToString("1 line");
    assertThat(two).hasToString("2 lines");
    assertThat(two.lines()).extracting(found -> found.own().value()).containsExactly("1", "2");
  }

  @Test
  void aMappingIsReadAsItIsWritten() throws Exception {
    Mapping mapping =
        Mapping.of(
            List.of(
                line("4000", "7/Cups/web/shopify:blue-cup/US", "1"),
                line("1010:stripe", "-/-/-/-/-", "2")));
    var mapper = FactJson.mapper();

    assertThat(mapper.readValue(mapper.writeValueAsString(mapping), Mapping.class))
        .isEqualTo(mapping);
  }

  private static ChartChange.Line told(String account, String tender, String type) {
    return new ChartChange.Line(
        account,
        Optional.of(SHOP),
        Optional.of("web"),
        Optional.of("7"),
        said(tender),
        Optional.of("US"),
        Optional.of("Cups"),
        "8400",
        "Sales",
        type);
  }

  @Test
  void aLineOfAnActIsReadWithEveryColumn() {
    MappingLine line = MappingLine.of(told("4000", "", "revenue"));

    assertThat(line)
        .isEqualTo(
            new MappingLine(
                SALES,
                only("7/Cups/web/shopify:blue-cup/US"),
                new OwnNumber("8400"),
                "Sales",
                AccountType.REVENUE));
    assertThat(line.line()).isEqualTo(told("4000", "", "revenue"));
  }

  @Test
  void aWayToPayIsTheQualifierOfItsAccount() {
    MappingLine line = MappingLine.of(told("1010", "stripe", "asset"));

    assertThat(line.account()).isEqualTo(AccountCode.of(1010, "stripe"));
    assertThat(line.line()).isEqualTo(told("1010:stripe", "", "asset"));
    assertThat(MappingLine.of(line.line())).isEqualTo(line);
  }

  @Test
  void aTypeThatThereIsNotIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MappingLine.of(told("4000", "", "profit")))
        .withMessage("type is 'profit', expected one of " + AccountType.words());
  }
}
