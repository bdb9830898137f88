package io.daybook.sources.bank.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLine;
import io.daybook.sources.FileProblem;
import io.daybook.sources.bank.BankFile;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.Read;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MtFileTest {
  private static final String GERMAN =
      """
      :20:STARTUMSE
      :25:37040044/0532013000
      :28C:00210/001
      :60F:C261002EUR1000,00
      :61:2610051005CR250,50NTRFNONREF//POS-1
      :86:166?00GUTSCHRIFT?100599?20EREF+po_1QaBcDeFgH2?21IjKlMn?22SVWZ+STRIPE PAYOUT?30COLSDE33
      XXX?31DE12500105170648489890?32STRIPE TECHNOLOGY
      :61:2610051005DR20,NDDTMANDAT-77
      :86:105?00SEPA LASTSCHRIFT?20MREF+MANDAT-2026-9?21SVWZ+Miete Oktober?32ERIKA MUSTER
      :62F:C261005EUR1230,50
      -
      """;

  private static List<Long> amounts(BankFile.Statement statement) {
    return statement.lines().stream().map(BankLine::amountMinor).toList();
  }

  @Test
  void subfieldsGiveTheirIdsWholeAndNoNames() {
    BankFile.Statement read = Read.one(GERMAN);

    assertThat(read.account().account()).isEqualTo("37040044-0532013000");
    assertThat(amounts(read)).containsExactly(25050L, -2000L);
    assertThat(read.lines().getFirst())
        .satisfies(line -> {
          assertThat(line.code()).isEqualTo("NTRF-166");
          assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 10, 5));
          assertThat(line.references())
              .extracting(Object::toString)
              .containsExactly("po_1QaBcDeFgH2IjKlMn");
        });
    assertThat(read.lines().get(1).references())
        .extracting(Object::toString)
        .containsExactly("MANDAT-77", "MANDAT-2026-9");
  }

  @Test
  void aStatementRollsFromItsOpeningToItsClosingBalance() {
    assertThat(Read.one(GERMAN).statement().orElseThrow())
        .satisfies(told -> {
          assertThat(told.from()).isEqualTo(LocalDate.of(2026, 10, 3));
          assertThat(told.to()).isEqualTo(LocalDate.of(2026, 10, 5));
          assertThat(told.openingMinor()).isEqualTo(100000);
          assertThat(told.closingMinor()).isEqualTo(123050);
          assertThat(told.differenceMinor()).isZero();
        });
    assertThat(
            Read.one(GERMAN.replace("EUR1230,50", "EUR1230,49"))
                .statement()
                .orElseThrow()
                .differenceMinor())
        .isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "ISO-8859-15"})
  void anyEncodingAndLineEndingGivesTheSameLines(String charset) {
    String text = GERMAN.replace("Miete Oktober", "Miete für März");
    BankFile.Statement plain = Read.one(text);

    byte[] other = text.replace("\n", "\r\n").getBytes(Charset.forName(charset));

    assertThat(Read.statements(other, BankReading.all()).getFirst().lines())
        .isEqualTo(plain.lines());
    assertThat(Read.one("\ufeff" + text.replace('\n', '\r')).lines()).isEqualTo(plain.lines());
  }

  @Test
  void theNetworksBlocksAndControlCharactersAreLeftOut() {
    String wrapped =
        "\u0001{1:F01COBADEFFXXXX0000000000}{2:I940COBADEFFXXXXN}{3:{108:1}}{4:\n"
            + GERMAN.replace("\n-\n", "\n-}{5:{CHK:0}}\u0003\n");

    assertThat(Read.one(wrapped).lines()).isEqualTo(Read.one(GERMAN).lines());
    assertThat(Read.one("ABNANL2A\n940\nABNANL2A\n" + GERMAN).lines())
        .isEqualTo(Read.one(GERMAN).lines());
  }

  @Test
  void slashedCodesGiveTheirIdsAndNoNames() {
    String dutch =
        """
        :940:
        :20:940S261005
        :25:NL02RABO0123456789 EUR
        :28C:0
        :60F:C261004EUR000000000100,00
        :61:261005C000000000025,00N541EREF
        NL44RABO0123456789
        :86:/EREF/INV-2026-0017/ORDP//NAME/J. JANSEN/ADDR/DORP 12345678
        /REMI/order 1001-A
        :61:261005D000000000005,00N626NONREF          KPN MOBIEL 06123456
        :86:first line
        :86:second line REF-20261005
        :62F:C261005EUR000000000120,00
        """;

    BankFile.Statement read = Read.one(dutch);

    assertThat(read.account().account()).isEqualTo("NL02RABO0123456789");
    assertThat(amounts(read)).containsExactly(2500L, -500L);
    assertThat(read.lines().getFirst().references())
        .extracting(Object::toString)
        .containsExactly("INV-2026-0017", "1001-A");
    assertThat(read.lines().get(1).references())
        .extracting(Object::toString)
        .containsExactly("REF-20261005");
  }

  @Test
  void subfieldsWithAnotherSignAreRead() {
    String other = GERMAN.replace("166?00", "166>00").replace("?", ">");

    assertThat(Read.one(other).lines()).isEqualTo(Read.one(GERMAN).lines());
  }

  @Test
  void pagesThatFollowEachOtherAreOneStatement() {
    String pages =
        """
        :20:A
        :25:123456789
        :28C:7/1
        :60F:C261001CHF0,
        :61:2610021002C79,7FMSC01916//NONREF
        :62M:C261002CHF79,7
        -
        :20:B
        :25:123456789
        :28C:7/2
        :60M:C261002CHF79,7
        :61:2610021002D9,7FMSC01917//NONREF
        :62F:C261002CHF70,
        -
        """;

    assertThat(Read.one(pages).statement().orElseThrow())
        .satisfies(told -> {
          assertThat(told.openingMinor()).isZero();
          assertThat(told.closingMinor()).isEqualTo(7000);
          assertThat(told.differenceMinor()).isZero();
        });
  }

  @Test
  void aPageWithoutTheNextOneGivesItsLinesAndProvesNothing() {
    BankFile.Statement read = Read.one(GERMAN.replace(":62F:", ":62M:"));

    assertThat(read.lines()).hasSize(2);
    assertThat(read.statement()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"C,1000", "D,-1000", "RC,-1000", "RD,1000", "CR,1000", "DR,-1000", "RCR,-1000"})
  void aReversalTurnsTheSign(String mark, long minor) {
    assertThat(amounts(Read.one(statement(":61:2610051005" + mark + "10,NTRFNONREF"))))
        .containsExactly(minor);
  }

  @ParameterizedTest
  @CsvSource({
    "2612311231,2026-12-31",
    "2612310102,2027-01-02",
    "2701021231,2026-12-31",
    "261005,2026-10-05",
    "2610050000,2026-10-05",
  })
  void theBookingDayIsTheEntryDateInTheNearestYear(String dates, LocalDate day) {
    assertThat(Read.one(statement(":61:" + dates + "C10,NTRFNONREF")).lines().getFirst().bookedOn())
        .isEqualTo(day);
  }

  @Test
  @Tag("failure-44")
  void twoEqualLinesOfADayAreTwoInEveryReading() {
    String line = ":61:2610051005D10,00NMSCNONREF\n:86:COFFEE BAR 12345\n";
    List<String> ids = Read.ids(Read.one(statement(line + line)));

    assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    assertThat(Read.ids(Read.one(statement(line + line)))).isEqualTo(ids);
  }

  @Test
  @Tag("failure-44")
  void whereTheBankBreaksItsLinesChangesNoId() {
    String one = ":61:2610051005D10,00NMSCNONREF\n:86:CARD PAYMENT COFFEE BAR 12345\n";
    String two = ":61:2610051005D10,00NMSCNONREF\n:86:CARD PAYMENT\nCOFFEE BAR\n12345\n";

    assertThat(Read.ids(Read.one(statement(one)))).isEqualTo(Read.ids(Read.one(statement(two))));
  }

  @Test
  @Tag("failure-44")
  void anInterimReportIsNotBooked() {
    String report =
        """
        :20:INTERIM
        :25:37040044/0532013000
        :28C:1/1
        :34F:EUR0,
        :13D:2610051430+0200
        :61:2610051005C10,00NTRFNONREF
        :86:EARLY BIRD po_1QaBcDeFgH2
        :90D:0EUR0,
        :90C:1EUR10,
        """;

    BankFile.Statement read = Read.one(report);

    assertThat(read.lines()).isEmpty();
    assertThat(read.statement()).isEmpty();
    assertThat(read.pending())
        .singleElement()
        .satisfies(line -> assertThat(line.amount().minor()).isEqualTo(1000));
    assertThat(read.version()).isLessThan(Read.one(GERMAN).version());
  }

  @Test
  void whatIsExpectedIsNotBooked() {
    assertThat(Read.one(statement(":61:2610051005EC10,NTRFNONREF")).pending()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ":25:37040044/0532013000 | '' | 1 | :25:",
        ":60F:C261002EUR1000,00 | '' | 1 | :60F:",
        ":62F:C261005EUR1230,50 | '' | 1 | :62F:",
        ":60F:C261002EUR1000,00 | :60F:X261002EUR1000,00 | 4 | :60F:",
        ":60F:C261002EUR1000,00 | :60F:C261002EUR1000,005 | 4 | :60F:",
        ":61:2610051005CR250,50 | :61:2610051005CR250,505 | 5 | :61:",
        ":61:2610051005CR250,50 | :61:2613051005CR250,50 | 5 | :61:",
        ":61:2610051005CR250,50 | :61:2610051005CR | 5 | :61:",
        ":28C:00210/001 | :77Z:00210/001 | 3 | :77Z:",
      })
  void whatIsNoMt940IsRefusedWithItsLineAndField(String good, String bad, int line, String field) {
    assertThat(GERMAN).contains(good);

    FileProblem problem = Read.problem(GERMAN.replace(good, bad));

    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.field()).isEqualTo(field);
  }

  @Test
  void aFileCutAnywhereGivesNothingOrSaysWhatIsMissing() {
    byte[] whole = GERMAN.getBytes(StandardCharsets.UTF_8);
    int closing = GERMAN.indexOf(":62F:");

    for (int length = 1; length < closing; length++) {
      assertThat(Read.problems(Arrays.copyOf(whole, length), BankReading.all()))
          .as("cut after %d bytes", length)
          .isNotEmpty();
    }
  }

  private static String statement(String lines) {
    return ":20:X\n:25:123456789\n:28C:1\n:60F:C261004EUR100,00\n"
        + lines
        + "\n:62F:C261005EUR100,00\n-\n";
  }
}
