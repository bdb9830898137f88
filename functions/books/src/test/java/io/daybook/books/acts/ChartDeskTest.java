package io.daybook.books.acts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.ChartChange;
import io.daybook.events.EnteredLeg;
import io.daybook.export.BookExport;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.ChartPreset;
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
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChartDeskTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-03");
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
    int version = desk().map(lines(FILE), ActsBook.KEEPER);

    assertThat(version).isEqualTo(2);
    assertThat(desk().lines()).isEqualTo(lines(FILE));
    assertThat(book().trail().lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.act()).isEqualTo("chart-change");
          assertThat(line.by()).isEqualTo("A. Keeper");
        });
    assertThatThrownBy(() -> desk().map(lines(FILE), ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("so already");
    assertThatThrownBy(() -> desk().map(List.of(), new Who("A. Keeper", "")))
        .isInstanceOf(ActRefused.class);
  }

  @Test
  void whatIsPostedAfterItIsShownOnTheAccountantsAccounts() throws Exception {
    desk().map(lines(FILE), ActsBook.KEEPER);
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

    Reposting.Preview preview = desk().wouldPost(lines, DAY, DAY);
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

    desk().map(lines, ActsBook.KEEPER);
    assertThat(shown()).contains("2900 Reconciliation in process 1200");
    book().reposting().repost(DAY, DAY, ActsBook.KEEPER);

    assertThat(shown()).containsExactly("1200 Our bank -1200", "1590 Suspense 1200");
    assertThat(book().balance(AccountCode.of(2900), DAY)).isEqualTo(1200);
  }

  @Test
  @Tag("failure-22")
  void aReversalStaysOnTheAccountsOfWhatItReverses() throws Exception {
    desk().map(lines(FILE), ActsBook.KEEPER);
    SubjectId entry =
        book()
            .corrections()
            .enter(
                "fee",
                DAY,
                "Bank fee",
                List.of(leg("6080", 500), leg("2900", -500)),
                ActsBook.KEEPER);
    desk().map(lines(FILE.replace("4970", "4971").replace("1590", "1591")), ActsBook.KEEPER);
    var _ = book().corrections().reverse(entry, 1, DAY, ActsBook.KEEPER);

    assertThat(shown()).isEmpty();
  }

  private static EnteredLeg leg(String account, long minor) {
    return new EnteredLeg(account, ActsBook.USD, minor, minor, Optional.empty());
  }

  @Test
  void aPresetGivesNamesAndKeepsTheMapping() throws Exception {
    desk().map(lines(FILE.replace("2900,1590,Suspense\n", "")), ActsBook.KEEPER);
    desk().name(ChartPreset.IFRS_EU, ActsBook.KEEPER);
    book().bankLine("l1", DAY, -1200);

    assertThat(shown())
        .containsExactly("1200 Our bank -1200", "2900 Reconciliation in process 1200");
    assertThat(desk().chart().mapping().lines()).hasSize(2);
    assertThat(desk().chart().preset()).isEqualTo(ChartPreset.IFRS_EU);
  }

  @Test
  void anAccountBearsTheNewestOfItsNames() throws Exception {
    desk().map(lines(FILE), ActsBook.KEEPER);
    book().bankLine("l1", DAY, -1200);
    desk().map(lines(FILE.replace("Our bank", "Main bank")), ActsBook.KEEPER);

    assertThat(shown()).contains("1200 Main bank -1200");
  }
}
