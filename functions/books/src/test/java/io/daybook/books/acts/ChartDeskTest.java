package io.daybook.books.acts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.ChartChange;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fulfilment;
import io.daybook.events.FulfilmentId;
import io.daybook.events.LineId;
import io.daybook.events.Mode;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.export.BookExport;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.Dimension;
import io.daybook.ledger.Leg;
import io.daybook.ledger.OwnNumber;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.ShownBalance;
import io.daybook.ledger.SubjectId;
import io.daybook.sources.daybook.MappingFile;
import io.daybook.statements.JournalFormat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChartDeskTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-03");
  private static final Optional<LocalDate> ANY_DAY = Optional.empty();
  private static final String FILE =
      """
      account,number,name
      6080,4970,Bank charges
      1000,1200,Our bank
      2900,1590,Suspense
      """;

  @TempDir Path folder;
  private Optional<ActsBook> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(new ActsBook(folder));
  }

  private ActsBook book() {
    return opened.orElseThrow();
  }

  private ChartDesk desk() {
    return new ChartDesk(book().deployment(), ActsBook.BOOK, book()::tell);
  }

  private List<ChartChange.Line> lines(String file) throws Exception {
    return switch (desk().read("chart.csv", file.getBytes(UTF_8))) {
      case MappingFile.Lines read -> read.lines();
      case MappingFile.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private BookExport export() {
    return new BookExport(book().deployment(), ActsBook.BOOK);
  }

  private List<String> shown() {
    ShownBalance balance = export().shownBalance(DAY, Optional.empty(), Optional.empty());
    return balance.rows().stream()
        .map(row -> row.account().code() + " " + row.account().name() + " " + row.minor())
        .toList();
  }

  @Test
  void aMappingIsAVersionOfTheRulesAndALineOfTheTrail() throws Exception {
    int version = desk().map(lines(FILE), ANY_DAY, ActsBook.KEEPER);

    assertThat(version).isEqualTo(2);
    assertThat(desk().lines()).isEqualTo(lines(FILE));
    assertThat(book().trail().lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.act()).isEqualTo("chart-change");
          assertThat(line.by()).isEqualTo("A. Keeper");
          assertThat(line.about()).isEqualTo("us-gaap, mapping of 3 lines");
        });
    assertThatThrownBy(() -> desk().map(lines(FILE), ANY_DAY, ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("so already");
    assertThatThrownBy(() -> desk().map(List.of(), ANY_DAY, new Who("A. Keeper", "")))
        .isInstanceOf(ActRefused.class);
  }

  @Test
  void whatIsPostedAfterItIsShownOnTheAccountantsAccounts() throws Exception {
    desk().map(lines(FILE), ANY_DAY, ActsBook.KEEPER);
    book().bankLine("l1", DAY, -1200);

    assertThat(shown()).containsExactly("1200 Our bank -1200", "1590 Suspense 1200");
    assertThat(book().balance(ActsBook.BOOKS_BANK, DAY)).isEqualTo(-1200);
    assertThat(new String(export().journal(DAY, DAY, JournalFormat.HLEDGER), UTF_8))
        .contains("assets:1200 Our bank")
        .doesNotContain("assets:1000");
    assertThat(new String(export().journal(DAY, DAY, JournalFormat.BEANCOUNT), UTF_8))
        .contains("Assets:1200-Our-bank");
  }

  @Test
  void aFileThatLeavesOutWhatTheBookPostedToIsRefused() throws Exception {
    book().bankLine("l1", DAY, -1200);

    assertThat(desk().read("chart.csv", "account,number,name\n1000,1200,Bank\n".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            MappingFile.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .satisfies(problem ->
                        assertThat(problem.expected()).contains("2900 (Reconciliation")));
  }

  @Test
  void aDryRunShowsWhatRepostingWouldMoveAndRepostingMovesIt() throws Exception {
    book().bankLine("l1", DAY, -1200);
    List<ChartChange.Line> lines = lines(FILE);

    Reposting.Preview preview = desk().wouldPost(lines, ANY_DAY, DAY, DAY);
    assertThat(preview.entries().values().stream().flatMap(List::stream))
        .singleElement()
        .satisfies(entry ->
            assertThat(entry.legs())
                .extracting(Leg::account, Leg::own, Leg::minor)
                .contains(
                    org.assertj.core.groups.Tuple.tuple(
                        ActsBook.BOOKS_BANK, Optional.empty(), 1200L),
                    org.assertj.core.groups.Tuple.tuple(
                        ActsBook.BOOKS_BANK, Optional.of(new OwnNumber("1200")), -1200L)));
    assertThat(new RulesVersions(book().deployment().stores().state(ActsBook.BOOK)).current())
        .hasValueSatisfying(rules -> assertThat(rules.version()).isEqualTo(1));

    desk().map(lines, ANY_DAY, ActsBook.KEEPER);
    assertThat(shown()).contains("2900 Reconciliation in process 1200");
    book().reposting().repost(DAY, DAY, ActsBook.KEEPER);

    assertThat(shown()).containsExactly("1200 Our bank -1200", "1590 Suspense 1200");
    assertThat(book().balance(AccountCode.of(2900), DAY)).isEqualTo(1200);
  }

  @Test
  @Tag("failure-22")
  void aReversalStaysOnTheAccountsOfWhatItReverses() throws Exception {
    desk().map(lines(FILE), ANY_DAY, ActsBook.KEEPER);
    SubjectId entry =
        book()
            .corrections()
            .enter(
                "fee",
                DAY,
                "Bank fee",
                List.of(leg("6080", 500), leg("2900", -500)),
                ActsBook.KEEPER);
    desk()
        .map(lines(FILE.replace("4970", "4971").replace("1590", "1591")), ANY_DAY, ActsBook.KEEPER);
    var _ = book().corrections().reverse(entry, 1, DAY, ActsBook.KEEPER);

    assertThat(shown()).isEmpty();
  }

  private static EnteredLeg leg(String account, long minor) {
    return new EnteredLeg(account, ActsBook.USD, minor, minor, Optional.empty());
  }

  @Test
  void aPresetGivesNamesAndKeepsTheMapping() throws Exception {
    desk().map(lines(FILE.replace("2900,1590,Suspense\n", "")), ANY_DAY, ActsBook.KEEPER);
    desk().name(ChartPreset.IFRS_EU, ActsBook.KEEPER);
    book().bankLine("l1", DAY, -1200);

    assertThat(shown())
        .containsExactly("1200 Our bank -1200", "2900 Reconciliation in process 1200");
    assertThat(desk().chart().mapping().lines()).hasSize(2);
    assertThat(desk().chart().preset()).isEqualTo(ChartPreset.IFRS_EU);
  }

  private static final LocalDate LATER = DAY.plusDays(1);

  @Test
  void aMappingFromADayOnLeavesWhatBeganBeforeWhereItIs() throws Exception {
    desk().map(lines(FILE), ANY_DAY, ActsBook.KEEPER);
    desk().map(lines(FILE.replace("1200,Our", "1800,New")), Optional.of(LATER), ActsBook.KEEPER);
    book().bankLine("l1", DAY, -1200);
    book().bankLine("l2", LATER, -100);

    ShownBalance balance = export().shownBalance(LATER, Optional.empty(), Optional.empty());
    assertThat(balance.rows())
        .extracting(row -> row.account().code() + " " + row.account().name() + " " + row.minor())
        .containsExactly("1200 Our bank -1200", "1590 Suspense 1300", "1800 New bank -100");
    assertThat(desk().lines(DAY)).isNotEqualTo(desk().lines(LATER));
    assertThat(book().reposting().preview(DAY, LATER).entries()).isEmpty();
  }

  @Test
  void aMappingThatIsToldLateMovesOnRepostingOnlyWhatBeganFromItsDayOn() throws Exception {
    book().bankLine("l1", DAY, -1200);
    book().bankLine("l2", LATER, -100);
    List<ChartChange.Line> lines = lines(FILE);

    assertThat(desk().wouldPost(lines, Optional.of(LATER), DAY, LATER).entries())
        .hasSize(1)
        .isEqualTo(desk().wouldPost(lines, Optional.of(LATER), LATER, LATER).entries());
    assertThat(desk().wouldPost(lines, ANY_DAY, DAY, LATER).entries()).hasSize(2);

    desk().map(lines, Optional.of(LATER), ActsBook.KEEPER);
    book().reposting().repost(DAY, LATER, ActsBook.KEEPER);
    assertThat(
            export().shownBalance(LATER, Optional.empty(), Optional.empty()).rows().stream()
                .map(row -> row.account().code() + " " + row.minor()))
        .containsExactly("1000:483920117406 -1200", "1200 -100", "1590 100", "2900 1200");
  }

  @Test
  void newNamesLeaveTheMappingsOfEveryDayAsTheyAre() throws Exception {
    LocalDate begun = LocalDate.parse("2026-11-02");
    desk().map(lines(FILE), Optional.of(begun), ActsBook.KEEPER);
    desk()
        .map(
            lines(FILE.replace("1200", "1800")),
            Optional.of(LocalDate.parse("2027-01-01")),
            ActsBook.KEEPER);
    var before = desk().chart();

    desk().name(ChartPreset.IFRS_EU, ActsBook.KEEPER);

    assertThat(desk().chart().preset()).isEqualTo(ChartPreset.IFRS_EU);
    assertThat(desk().chart().dated()).isEqualTo(before.dated()).hasSize(2);
    assertThat(desk().chart().mapping().isNone()).isTrue();
    assertThat(desk().lines(begun.minusDays(1))).isEmpty();
  }

  @Test
  void aMappingWithoutADayTakesThePlaceOfThoseThatBeganAndLeavesThosePlanned() throws Exception {
    LocalDate planned = LocalDate.parse("2027-01-01");
    desk().map(lines(FILE), Optional.of(DAY), ActsBook.KEEPER);
    desk().map(lines(FILE.replace("1200", "1800")), Optional.of(planned), ActsBook.KEEPER);

    desk().map(lines(FILE.replace("1200", "1900")), ANY_DAY, ActsBook.KEEPER);

    assertThat(desk().chart().dated()).containsOnlyKeys(planned);
    assertThat(desk().lines(DAY)).isEqualTo(desk().lines(LocalDate.EPOCH));
    assertThat(desk().lines(planned)).anyMatch(line -> line.own().equals("1800"));
  }

  @Test
  void aMappingDoesNotChangeInAClosedMonth() throws Exception {
    book().bankLine("1", LocalDate.of(2026, 10, 20), -1200);
    var _ = book().closing().fence(java.time.YearMonth.of(2026, 10), ActsBook.KEEPER);
    book().pass(io.daybook.ledger.PeriodBook.FENCE_HOLDS_AFTER);
    book().bankLine("2", DAY, -100);

    assertThatThrownBy(
            () -> desk().map(lines(FILE), Optional.of(LocalDate.of(2026, 10, 31)), ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessage(
            "2026-10 is closed: a mapping can change from 2026-11-01 on, or a named person opens the month again first.");
    assertThat(desk().firstOpen()).contains(DAY);
    assertThat(desk().chart().mapping().isNone()).isTrue();
  }

  @Test
  void anAccountBearsTheNewestOfItsNames() throws Exception {
    desk().map(lines(FILE), ANY_DAY, ActsBook.KEEPER);
    book().bankLine("l1", DAY, -1200);
    desk().map(lines(FILE.replace("Our bank", "Main bank")), ANY_DAY, ActsBook.KEEPER);

    assertThat(shown()).contains("1200 Main bank -1200");
  }

  private static final Origin SHOP = Origin.parse("shopify:blue-cup.myshopify.com");
  private static final Origin OTHER = Origin.parse("shopify:red-cup.myshopify.com");

  /** An order of one line that nobody has paid, shipped. */
  private void sold(Origin shop, String id, long minor, String channel, Optional<String> location) {
    LineId line = new LineId("l" + id);
    book()
        .tell(
            new OrderState(
                    shop,
                    new OrderId(id),
                    1,
                    "#" + id,
                    book().now(),
                    ActsBook.USD,
                    ActsBook.USD,
                    List.of(
                        new OrderLine(
                            line, Optional.empty(), OrderLine.Kind.GOODS, 1, minor, 0, List.of())),
                    List.of(),
                    0,
                    0,
                    minor,
                    Optional.empty(),
                    Mode.LIVE)
                .soldAt(Optional.of(channel), location));
    book()
        .tell(
            new Fulfilment(
                shop,
                new FulfilmentId("f" + id),
                new OrderId(id),
                1,
                book().now(),
                Optional.empty(),
                List.of(new Fulfilment.Shipped(line, 1))));
  }

  private List<ShownBalance.Row> by(Optional<Dimension> dimension) {
    return export().shownBalance(DAY.plusDays(9), Optional.empty(), dimension).rows();
  }

  private static Map<String, Long> sums(
      List<ShownBalance.Row> rows, Function<ShownBalance.Row, String> key) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                key, TreeMap::new, Collectors.summingLong(ShownBalance.Row::valueMinor)));
  }

  @Test
  void fiveHundredLocationsAddUpToTheWhole() throws Exception {
    String places =
        IntStream.range(0, 500)
            .mapToObj(at -> "4000," + at + "," + (80_000 + at) + ",Sales of place " + at)
            .collect(Collectors.joining("\n"));
    desk()
        .map(
            lines("account,location,number,name\n4000,,8400,Sales\n1100,,1400,Owed\n" + places),
            ANY_DAY,
            ActsBook.KEEPER);
    for (int at = 0; at < 500; at++) {
      sold(SHOP, Integer.toString(at), 100 + at, "pos", Optional.of(Integer.toString(at)));
    }
    sold(SHOP, "web", 7_000, "web", Optional.empty());

    List<ShownBalance.Row> split = by(Optional.of(Dimension.LOCATION));
    assertThat(sums(split, ShownBalance.Row::of))
        .hasSize(501)
        .allSatisfy((place, sum) -> assertThat(sum).as(place).isZero());
    assertThat(sums(split, row -> row.account().number()))
        .isEqualTo(sums(by(Optional.empty()), row -> row.account().number()))
        .hasSize(502)
        .containsEntry("80499", -599L)
        .containsEntry("8400", -7_000L);
    assertThat(sums(by(Optional.of(Dimension.CHANNEL)), row -> row.account().number() + row.of()))
        .containsEntry("1400web", 7_000L);
  }

  @Test
  @Tag("failure-35")
  void storesOfOneBookStandApartAndAddUp() throws Exception {
    sold(SHOP, "1", 1_000, "web", Optional.empty());
    sold(OTHER, "1", 2_500, "web", Optional.empty());

    assertThat(sums(by(Optional.of(Dimension.STORE)), row -> row.account().number() + row.of()))
        .containsEntry("4000" + SHOP, -1_000L)
        .containsEntry("4000" + OTHER, -2_500L);
    assertThat(sums(by(Optional.empty()), row -> row.account().number()))
        .containsEntry("4000", -3_500L);
    assertThat(
            new String(
                export().journal(LocalDate.MIN, DAY.plusDays(9), JournalFormat.HLEDGER), UTF_8))
        .contains("tag store\n", "tag channel\n", "; channel: web\n", "; store: " + SHOP)
        .doesNotContain("tag location");
  }
}
