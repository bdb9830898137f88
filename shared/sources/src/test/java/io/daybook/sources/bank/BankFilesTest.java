package io.daybook.sources.bank;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLine;
import io.daybook.events.BankStatement;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.sources.FileProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankFilesTest {
  private static final Origin ACCOUNT = new Origin("bank", Camt.ACCOUNT);

  private static BankFile.Statements read(byte[] bytes) {
    return switch (BankFiles.read("october.xml", bytes, Optional.empty())) {
      case BankFile.Statements statements -> statements;
      case BankFile.Refused refused -> throw new AssertionError(refused.problem().toString());
    };
  }

  private static FileProblem problem(byte[] bytes) {
    return switch (BankFiles.read("october.xml", bytes, Optional.empty())) {
      case BankFile.Statements statements -> throw new AssertionError(statements.toString());
      case BankFile.Refused refused -> refused.problem();
    };
  }

  private static List<BankLine> lines(Camt camt) {
    return read(camt.bytes()).statements().getFirst().lines();
  }

  private static List<String> ids(Camt camt) {
    return lines(camt).stream().map(line -> line.id().value()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "08", "13"})
  void aStatementOfAnyVersionGivesItsBalancesAndItsBookedLines(String version) {
    Camt camt =
        Camt.version(version)
            .balances("1000.00", "2234.56")
            .booked(
                "1234.56",
                "CRDT",
                "<AcctSvcrRef>REF-0001</AcctSvcrRef>",
                code("PMNT", "RCDT", "ESCT"));

    BankFile.Statement statement = read(camt.bytes()).statements().getFirst();

    assertThat(statement.account()).isEqualTo(ACCOUNT);
    assertThat(statement.statement())
        .contains(
            new BankStatement(
                ACCOUNT,
                new Reference("2026-10-05-1"),
                Instant.parse("2026-10-06T02:00:00Z").toEpochMilli(),
                new CurrencyCode("EUR"),
                LocalDate.of(2026, 10, 5),
                LocalDate.of(2026, 10, 5),
                100000,
                223456,
                123456));
    assertThat(statement.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.id().value()).isEqualTo("2026-10-05:REF-0001");
          assertThat(line.amountMinor()).isEqualTo(123456);
          assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 10, 5));
          assertThat(line.code()).isEqualTo("PMNT-RCDT-ESCT");
        });
  }

  @Test
  void aStatementThatDoesNotAddUpIsReadAndSaysByHowMuch() {
    Camt camt = Camt.version("02").balances("1000.00", "1010.05").booked("10.00", "CRDT");

    assertThat(
            read(camt.bytes()).statements().getFirst().statement().orElseThrow().differenceMinor())
        .isEqualTo(5);
  }

  @Test
  void aStatementWithoutABalanceAtBothEndsGivesItsLinesOnly() {
    String text = Camt.version("02").booked("10.00", "CRDT").text().replace("CLBD", "CLAV");

    BankFile.Statement statement = read(text.getBytes(UTF_8)).statements().getFirst();

    assertThat(statement.statement()).isEmpty();
    assertThat(statement.lines()).hasSize(1);
  }

  @Test
  void aDebitIsNegativeAndAReversalTurnsNoSign() {
    Camt camt =
        Camt.version("02")
            .booked("10.00", "DBIT")
            .booked("7.00", "CRDT", "<RvslInd>true</RvslInd>");

    assertThat(lines(camt)).extracting(BankLine::amountMinor).containsExactly(-1000L, 700L);
  }

  @Test
  @Tag("failure-44")
  void whatIsNotBookedIsLeftOutAndCounted() {
    String pending =
        "<Ntry><Amt Ccy=\"EUR\">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts></Ntry>";
    Camt camt = Camt.version("02").entry(pending).booked("10.00", "CRDT");

    assertThat(lines(camt)).hasSize(1);
    assertThat(read(camt.bytes()).pendingEntries()).isEqualTo(1);
  }

  @Test
  @Tag("failure-44")
  void twoEqualLinesOfADayAreTwoAndReadingThemAgainGivesTheSameIds() {
    Camt camt = Camt.version("02").booked("10.00", "CRDT").booked("10.00", "CRDT");

    assertThat(ids(camt)).hasSize(2).doesNotHaveDuplicates().isEqualTo(ids(camt));
  }

  @Test
  @Tag("failure-44")
  void aReferenceThatTheBankGivesTwiceADayIdentifiesNothing() {
    String same = "<AcctSvcrRef>NSCT0001</AcctSvcrRef>";
    Camt camt = Camt.version("02").booked("10.00", "CRDT", same).booked("20.00", "CRDT", same);

    assertThat(ids(camt))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(id -> !id.endsWith("NSCT0001"));
  }

  @Test
  @Tag("failure-44")
  void aDailyAndAMonthlyFileGiveTheSameIds() {
    String same = "<AcctSvcrRef>CONSTANT1</AcctSvcrRef>";
    Camt day =
        Camt.version("02")
            .booked("10.00", "CRDT", same)
            .booked("3.00", "DBIT")
            .booked("3.00", "DBIT");
    Camt month =
        Camt.version("02")
            .entry(nextDay(Camt.version("02").booked("10.00", "CRDT", same)))
            .booked("10.00", "CRDT", same)
            .booked("3.00", "DBIT")
            .booked("3.00", "DBIT");

    assertThat(ids(month)).hasSize(4).containsAll(ids(day));
  }

  @Test
  void aBatchIsOneLineWithTheReferencesOfAllItsTransactions() {
    String batch =
        "<NtryDtls><Btch><MsgId>MSG-77001</MsgId></Btch>"
            + "<TxDtls><Refs><EndToEndId>E2E-00001</EndToEndId></Refs></TxDtls>"
            + "<TxDtls><Refs><EndToEndId>E2E-00002</EndToEndId><TxId>TX-00002</TxId></Refs></TxDtls></NtryDtls>";

    List<BankLine> lines = lines(Camt.version("02").booked("30.00", "CRDT", batch));

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().references())
        .extracting(Reference::value)
        .containsExactly("MSG-77001", "E2E-00001", "E2E-00002", "TX-00002");
  }

  @Test
  void remittanceTextGivesItsIdsAndNeverItsNames() {
    String details =
        Camt.details(
            "<EndToEndId>NOTPROVIDED</EndToEndId>",
            "STRIPE po_1QaBcDeFgH2 Jane Miller /NAME/MILLER/REMI/ORDER-12345/IBAN/NL56AGDH9619008421 j9@x1234.example");

    assertThat(lines(Camt.version("02").booked("30.00", "CRDT", details)).getFirst().references())
        .extracting(Reference::value)
        .containsExactly("po_1QaBcDeFgH2", "ORDER-12345");
  }

  @Test
  void twoPagesOfAStatementAreOneStatement() {
    String first = Camt.version("04").balances("100.00", "105.00").booked("3.00", "CRDT").text();
    String second = Camt.version("04").balances("100.00", "105.00").booked("2.00", "CRDT").text();
    String page2 =
        second
            .substring(second.indexOf("<Stmt>"), second.indexOf("</BkToCstmrStmt>"))
            .replace(
                "<Id>2026-10-05-1</Id>",
                "<Id>2026-10-05-1</Id><StmtPgntn><PgNb>2</PgNb></StmtPgntn>");

    List<BankFile.Statement> statements =
        read(first.replace("</BkToCstmrStmt>", page2 + "</BkToCstmrStmt>").getBytes(UTF_8))
            .statements();

    assertThat(statements).hasSize(1);
    assertThat(statements.getFirst().lines()).hasSize(2);
    assertThat(statements.getFirst().statement().orElseThrow().differenceMinor()).isZero();
  }

  @Test
  void theSameStatementTwiceInAFileIsRefused() {
    String text = Camt.version("02").booked("3.00", "CRDT").text();
    String again = text.substring(text.indexOf("<Stmt>"), text.indexOf("</BkToCstmrStmt>"));

    assertThat(
            problem(text.replace("</BkToCstmrStmt>", again + "</BkToCstmrStmt>").getBytes(UTF_8))
                .expected())
        .isEqualTo("each statement once in a file");
  }

  @Test
  void aReportsEntriesCountByTheBanksOwnReferencesAndAreShownElse() {
    String own =
        asReport(Camt.version("02").booked("3.00", "CRDT", "<AcctSvcrRef>REF-0001</AcctSvcrRef>"));
    String without = asReport(Camt.version("02").booked("3.00", "CRDT"));

    assertThat(read(own.getBytes(UTF_8)).statements().getFirst().lines().getFirst().id().value())
        .isEqualTo("2026-10-05:REF-0001");
    assertThat(read(without.getBytes(UTF_8)).statements().getFirst())
        .satisfies(report -> {
          assertThat(report.lines()).isEmpty();
          assertThat(report.pending())
              .singleElement()
              .satisfies(line -> assertThat(line.amount().minor()).isEqualTo(300));
        });
  }

  @Test
  void aStatementOfAnotherAccountIsRefused() {
    byte[] bytes = Camt.version("02").booked("3.00", "CRDT").bytes();

    assertThat(
            BankFiles.read(
                "october.xml", bytes, Optional.of(new Origin("bank", "DE02120300000000202051"))))
        .isEqualTo(
            new BankFile.Refused(
                new FileProblem(
                    "october.xml",
                    9,
                    "Document/BkToCstmrStmt/Stmt/Acct/Id",
                    "the account DE02120300000000202051")));
  }

  @Test
  void aFileCutAnywhereGivesNothingAndNamesALine() {
    byte[] whole =
        Camt.version("04").booked("10.00", "CRDT", "<AcctSvcrRef>REF-0001</AcctSvcrRef>").bytes();

    for (int length = 0; length < whole.length - "</Document>\n".length(); length += 7) {
      FileProblem problem = problem(java.util.Arrays.copyOf(whole, length));
      assertThat(problem.line()).as("cut after %d bytes", length).isPositive();
    }
  }

  @Test
  void aFileCutInTheMiddleNamesWhereItEnds() {
    String text = Camt.version("04").booked("10.00", "CRDT").text();
    String cut = text.substring(0, text.indexOf("<BookgDt>"));

    assertThat(problem(cut.getBytes(UTF_8)))
        .isEqualTo(
            new FileProblem(
                "october.xml",
                16,
                "Document/BkToCstmrStmt/Stmt/Ntry",
                "well-formed XML to the end of the file"));
  }

  @Test
  void anEntityBombIsRefusedUnread() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + Camt.version("02")
                .booked("3.00", "CRDT", "<AddtlNtryInf>&b;</AddtlNtryInf>")
                .text()
                .substring(38);

    assertThat(problem(bomb.getBytes(UTF_8)).field()).isEqualTo("DOCTYPE");
  }

  @Test
  void anExternalEntityIsNotFetched() {
    String external =
        "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><Document><BkToCstmrStmt>&a;</BkToCstmrStmt></Document>";

    assertThat(problem(external.getBytes(UTF_8)).field()).isEqualTo("DOCTYPE");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(
            problem("<Document><BkToCstmrStmt><Stmt>".concat("<a>".repeat(100_000)).getBytes(UTF_8))
                .expected())
        .isEqualTo("elements nested at most 64 deep");
  }

  @Test
  void aFileAboveTheLimitIsRefused() {
    byte[] bytes = new byte[BankFiles.MOST_BYTES + 1];
    bytes[0] = '<';

    assertThat(problem(bytes).expected()).isEqualTo("at most 50 MB");
  }

  @Test
  void anotherEncodingIsRead() {
    String text = Camt.version("02").booked("3.00", "CRDT").text().replace("UTF-8", "UTF-16");

    assertThat(read(text.getBytes(UTF_16)).statements()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the file (it is empty)",
        "date;amount | the file (none of the formats that are recognised)",
        "%PDF-1.7 | the file (PDF; ask the bank for a file instead)",
        "'PK\u0003\u0004' | the file (a ZIP archive or a spreadsheet; unpack it, or save it as CSV)",
        "<Invoice xmlns='urn:x'/> | the file (an invoice; use 'import bill')",
        "<html><body/></html> | html",
        "<Document><CstmrCdtTrfInitn/></Document> | Document/CstmrCdtTrfInitn",
        "<Document/> | Document",
      })
  void anotherFormatIsNamed(String text, String field) {
    assertThat(problem(text.getBytes(UTF_8)))
        .satisfies(problem -> {
          assertThat(problem.field()).isEqualTo(field);
          assertThat(problem.expected()).startsWith("a bank statement");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "10.005,an amount of at most 2 decimals that fits 63 bits of minor units",
    "-10.00,'an amount without a sign, such as 12.34'",
    "ten,'an amount without a sign, such as 12.34'",
    "99999999999999999999,an amount of at most 2 decimals that fits 63 bits of minor units",
  })
  @Tag("failure-34")
  void anAmountThatIsNotExactIsRefusedWithItsLine(String amount, String expected) {
    assertThat(problem(Camt.version("02").booked(amount, "CRDT").bytes()))
        .isEqualTo(
            new FileProblem("october.xml", 13, "Document/BkToCstmrStmt/Stmt/Ntry/Amt", expected));
  }

  @Test
  @Tag("failure-33")
  void amountsHaveTheDecimalsOfTheirCurrency() {
    String text = Camt.version("02").booked("500", "CRDT").text();

    assertThat(
            read(text.replace("EUR\">500", "JPY\">500").getBytes(UTF_8))
                .statements()
                .getFirst()
                .lines()
                .getFirst()
                .amountMinor())
        .isEqualTo(500);
    assertThat(
            read(text.replace("EUR\">500", "KWD\">500").getBytes(UTF_8))
                .statements()
                .getFirst()
                .lines()
                .getFirst()
                .amountMinor())
        .isEqualTo(500_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Sts>BOOK</Sts> | <Sts>MAYBE</Sts> | /Sts",
        "<CdtDbtInd>CRDT</CdtDbtInd> | <CdtDbtInd>UP</CdtDbtInd> | /CdtDbtInd",
        "2026-10-05</Dt></BookgDt> | 2026-02-30</Dt></BookgDt> | /BookgDt/Dt",
        "<BookgDt><Dt>2026-10-05</Dt></BookgDt> | '' | ''",
      })
  void anEntryThatIsNotWhatCamtPromisesIsRefused(String good, String bad, String field) {
    String text = Camt.version("02").booked("3.00", "CRDT").text();
    assertThat(text).contains(good);

    assertThat(problem(text.replace(good, bad).getBytes(UTF_8)).field())
        .isEqualTo("Document/BkToCstmrStmt/Stmt/Ntry" + field);
  }

  private static String nextDay(Camt camt) {
    String text = camt.text();
    return text.substring(text.indexOf("<Ntry>"), text.indexOf("</Stmt>"))
        .replace("2026-10-05", "2026-10-06");
  }

  private static String asReport(Camt camt) {
    return camt.text()
        .replace("camt.053", "camt.052")
        .replace("BkToCstmrStmt", "BkToCstmrAcctRpt")
        .replace("Stmt>", "Rpt>");
  }

  private static String code(String domain, String family, String subfamily) {
    return "<BkTxCd><Domn><Cd>"
        + domain
        + "</Cd><Fmly><Cd>"
        + family
        + "</Cd><SubFmlyCd>"
        + subfamily
        + "</SubFmlyCd></Fmly></Domn></BkTxCd>";
  }
}
