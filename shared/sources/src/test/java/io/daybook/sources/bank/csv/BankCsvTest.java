package io.daybook.sources.bank.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLine;
import io.daybook.sources.bank.BankFile;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.Read;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BankCsvTest {
  private static final Map<String, String> GERMAN =
      Map.ofEntries(
          Map.entry("delimiter", ";"),
          Map.entry("decimal", ","),
          Map.entry("skip", "2"),
          Map.entry("date", "Buchungstag"),
          Map.entry("date-format", "dd.MM.yyyy"),
          Map.entry("amount", "Betrag"),
          Map.entry("currency", "EUR"),
          Map.entry("text", "Verwendungszweck"),
          Map.entry("party", "Beguenstigter"),
          Map.entry("balance", "Saldo"),
          Map.entry("encoding", "windows-1252"));

  private static final String FILE =
      """
      "Kontoauszug";"DE89370400440532013000"

      "Buchungstag";"Beguenstigter";"Verwendungszweck";"Betrag";"Saldo"
      "06.10.2026";"Caf\u00e9";"KARTE 778899";"-1.004,50";"120,50"
      "05.10.2026";"Stripe";"po_1QaBcDeFgH2
      zweite Zeile";"1.150,00";"1.125,00"
      "05.10.2026";"Erika Muster";"Miete";"-25,00";"-25,00"
      """;

  private static byte[] windows(String text) {
    return text.getBytes(Charset.forName("windows-1252"));
  }

  private static Map<String, String> with(String setting, String value) {
    Map<String, String> settings = new HashMap<>(GERMAN);
    settings.put(setting, value);
    return settings;
  }

  @Test
  void aFileIsReadByItsMappingOldestLineFirst() {
    BankFile.Statement read = Read.statements(windows(FILE), Read.mapping(GERMAN)).getFirst();

    assertThat(read.lines())
        .extracting(BankLine::amountMinor)
        .containsExactly(-2500L, 115000L, -100450L);
    assertThat(read.lines().get(1).references())
        .extracting(Object::toString)
        .containsExactly("po_1QaBcDeFgH2");
    assertThat(read.statement().orElseThrow())
        .satisfies(told -> {
          assertThat(told.from()).isEqualTo(LocalDate.of(2026, 10, 5));
          assertThat(told.openingMinor()).isZero();
          assertThat(told.closingMinor()).isEqualTo(12050);
          assertThat(told.differenceMinor()).isZero();
        });
  }

  @Test
  void aRowThatIsMissingIsTheDifference() {
    String without = FILE.replaceFirst("(?s)\"05.10.2026\";\"Stripe\".*?1.125,00\"\n", "");

    assertThat(
            Read.statements(windows(without), Read.mapping(GERMAN))
                .getFirst()
                .statement()
                .orElseThrow()
                .differenceMinor())
        .isEqualTo(115000);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsLine() {
    String wrong = FILE.replace("06.10.2026", "2026-10-06").replace("\"-25,00\"", "\"25,005\"");

    assertThat(Read.problems(windows(wrong), Read.mapping(GERMAN)))
        .extracting(problem -> problem.line() + " " + problem.field())
        .containsExactly("4 Buchungstag", "7 Betrag");
  }

  @Test
  void columnsThatTheFileDoesNotHaveAreSaidAllAtOnce() {
    Map<String, String> settings = with("text", "Zweck + Notiz");

    assertThat(Read.problems(windows(FILE), Read.mapping(settings)))
        .extracting(problem -> problem.line() + " " + problem.field())
        .containsExactly("3 column Zweck", "3 column Notiz");
  }

  @Test
  void everythingThatIsWrongWithAMappingIsSaidAtOnce() {
    assertThat(BankMapping.parse(Map.of("amount", "Amount", "credit", "In", "colour", "red")))
        .isInstanceOfSatisfying(
            BankMapping.Parsed.Wrong.class,
            wrong ->
                assertThat(wrong.problems())
                    .extracting(problem -> problem.split(":", 2)[0])
                    .containsExactly("date", "amount", "currency", "text", "colour"));
  }

  @Test
  void debitAndCreditColumnsMarksAndBracketsAreRead() {
    Map<String, String> two =
        Map.of(
            "date",
            "Date",
            "date-format",
            "MM/dd/yyyy",
            "debit",
            "Out",
            "credit",
            "In",
            "currency",
            "USD",
            "text",
            "Memo");
    Map<String, String> marked =
        Map.of(
            "date",
            "1",
            "header",
            "no",
            "amount",
            "2",
            "mark",
            "3",
            "debit-words",
            "D,DBIT",
            "currency-column",
            "4",
            "text",
            "5",
            "delimiter",
            "tab");
    Map<String, String> card =
        Map.of(
            "date",
            "Date",
            "amount",
            "Amount",
            "positive",
            "out",
            "currency",
            "USD",
            "text",
            "Memo");

    assertThat(minors("Date,Out,In,Memo\n10/05/2026,\"1,025.00\",,rent\n10/06/2026,,7,x\n", two))
        .containsExactly(-102500L, 700L);
    assertThat(minors("2026-10-05\t10.00\td\tEUR\ta\n2026-10-05\t10\tC\tJPY\tb\n", marked))
        .containsExactly(-1000L, 10L);
    assertThat(minors("Date,Amount,Memo\n2026-10-05,$12.00,a\n2026-10-05,($3.00),b\n", card))
        .containsExactly(-1200L, 300L);
  }

  private static List<Long> minors(String text, Map<String, String> settings) {
    return Read.statements(text.getBytes(StandardCharsets.UTF_8), Read.mapping(settings))
        .getFirst()
        .lines()
        .stream()
        .map(BankLine::amountMinor)
        .toList();
  }

  @Test
  @Tag("failure-44")
  void rowsOfAPendingStatusAreNotBookedAndEqualRowsAreTwo() {
    Map<String, String> settings =
        Map.of(
            "date",
            "Date",
            "amount",
            "Amount",
            "currency",
            "USD",
            "text",
            "Memo",
            "status",
            "State",
            "pending-words",
            "Pending,Held");
    String text =
        "Date,Amount,Memo,State\n2026-10-05,-3,bus,Posted\n2026-10-05,-3,bus,Posted\n2026-10-06,-9,inn,pending\n";

    BankFile.Statement read =
        Read.statements(text.getBytes(StandardCharsets.UTF_8), Read.mapping(settings)).getFirst();

    assertThat(Read.ids(read)).hasSize(2).doesNotHaveDuplicates();
    assertThat(read.pending()).hasSize(1);
  }

  @Test
  void anOpenQuoteIsRefusedWithItsLine() {
    assertThat(
            Read.problems(
                    "a,b\n\"x,1\n".getBytes(StandardCharsets.UTF_8),
                    Read.mapping(
                        Map.of("date", "a", "amount", "b", "currency", "EUR", "text", "a")))
                .getFirst()
                .field())
        .isEqualTo("a quoted text");
  }

  @Test
  void withoutAMappingItIsNotGuessedAt() {
    assertThat(Read.problems(windows(FILE), BankReading.all()).getFirst().expected())
        .contains("--mapping");
  }
}
