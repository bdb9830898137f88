package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.bank.BankRefused;
import io.daybook.books.bank.BankRequest;
import io.daybook.books.bank.ImportedAccount;
import io.daybook.books.bank.Mappings;
import io.daybook.books.bank.NamedAccount;
import io.daybook.books.bank.PendingShelf;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.export.BookExport;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Discrepancy;
import io.daybook.local.hub.BankImport;
import io.daybook.local.hub.BankInbox;
import io.daybook.reconciliation.Exceptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Banks' files of every format, from the file to entries on account 1000. */
class BankFormatsTest {
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

  private static final String MT940 =
      """
      :20:STARTUMSE
      :25:021000021/000123456789
      :28C:00210/001
      :60F:C261004USD1000,00
      :61:2610051005D3,00NMSCNONREF
      :86:BUS TICKET
      :61:2610051005D3,00NMSCNONREF
      :86:BUS TICKET
      :61:2610051005C150,00NTRFNONREF//POS-1
      :86:STRIPE PAYOUT po_1QaBcDeFgH2
      :62F:C261005USD1144,00
      -
      """;

  private static final String OFX =
      """
      OFXHEADER:100

      <OFX><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>021000021<ACCTID>000123456789</BANKACCTFROM><BANKTRANLIST><DTSTART>20261005<DTEND>20261006
      <STMTTRN><TRNTYPE>POS<DTPOSTED>20261005<TRNAMT>-3.00<FITID>1<NAME>Bus</STMTTRN>
      <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261005<TRNAMT>150.00<FITID>2<NAME>Stripe</STMTTRN>
      </BANKTRANLIST><LEDGERBAL><BALAMT>1147<DTASOF>20261006</LEDGERBAL></STMTRS></OFX>
      """;

  private static final String BAI2 =
      """
      01,021000021,MERCHANT,261006,0630,1,80,,2/
      02,MERCHANT,021000021,1,261005,2359,USD,2/
      03,000123456789,,010,100000,,,015,115000,,/
      16,142,15000,Z,,ST-9X8Y7Z6,STRIPE TRANSFER/
      49,230000,3/
      03,777,,010,0,,,015,-250,,/
      16,475,200,Z,,,FEE/
      49,-50,3/
      98,229950,2,8/
      99,229950,1,10/
      """;

  @TempDir Path folder;
  private TestHub hub;

  @BeforeEach
  void start() throws Exception {
    hub =
        TestHub.start(
            folder.resolve("hub"),
            Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private List<ImportedAccount> take(String text, String... accounts) throws BankRefused {
    return take(BankRequest.Alike.REFUSED, text, accounts);
  }

  private List<ImportedAccount> take(BankRequest.Alike alike, String text, String... accounts)
      throws BankRefused {
    return new BankImport(hub.hub())
        .run(
            TestHub.BOOK,
            new BankRequest(
                "october",
                text.getBytes(StandardCharsets.UTF_8),
                Stream.of(accounts).map(NamedAccount::parse).toList(),
                Optional.empty(),
                alike));
  }

  private long minor(String account, LocalDate day) {
    return Balances.unsealed(
            hub.hub().deployment().stores().ledger(TestHub.BOOK), Clock.systemUTC())
        .minor(AccountCode.parse(account), USD, day);
  }

  private long minor(String account) {
    return minor(account, LAST);
  }

  @Test
  @Tag("failure-44")
  @Tag("accounting-55")
  void anMt940PostsEachBookedLineOnceHoweverOftenItIsImported() throws Exception {
    assertThat(take(MT940, "main").getFirst().newLines()).isEqualTo(3);
    int kept = hub.kept();

    assertThat(take(MT940, "main").getFirst().newLines()).isZero();
    assertThat(hub.kept()).isEqualTo(kept);
    assertThat(minor("1000:main", LocalDate.of(2026, 10, 4))).isZero();
    assertThat(minor("1000:main")).isEqualTo(14400);
    assertThat(minor("2900")).isEqualTo(-14400);
  }

  @Test
  @Tag("failure-44")
  @Tag("failure-47")
  void theSameDayInAnotherFormatIsRefusedUnlessAPersonSaysThatItIsNew() throws Exception {
    take(MT940, "main=021000021/000123456789");

    assertThatThrownBy(() -> take(OFX, "main=000123456789"))
        .isInstanceOf(BankRefused.class)
        .hasMessageContaining("2 of 2 new lines")
        .hasMessageContaining("--as-new");
    assertThat(minor("1000:main")).isEqualTo(14400);
    assertThat(take(BankRequest.Alike.NEW, OFX, "main=000123456789").getFirst().newLines())
        .isEqualTo(2);
    assertThat(minor("1000:main")).isEqualTo(29100);
  }

  @Test
  void anotherNumberUnderAKnownNameIsRefusedWithAWayOut() throws Exception {
    take(MT940, "main");

    assertThatThrownBy(() -> take(OFX.replace("000123456789", "42"), "main"))
        .isInstanceOf(BankRefused.class)
        .hasMessageContaining("--account main=42");
  }

  @Test
  void severalAccountsInAFileAreNamedEachAndKnownAfterwards() throws Exception {
    assertThatThrownBy(() -> take(BAI2, "main=000123456789"))
        .isInstanceOf(BankRefused.class)
        .hasMessageContaining("--account NAME=777");
    assertThat(hub.kept()).isZero();

    take(BAI2, "main=000123456789", "savings=777");

    assertThat(minor("1000:main")).isEqualTo(15000);
    assertThat(minor("1000:savings")).isEqualTo(-200);
    assertThat(take(BAI2)).extracting(ImportedAccount::newLines).containsExactly(0, 0);
  }

  @Test
  void aStatementThatDoesNotRollForwardIsImportedWithItsDifference() throws Exception {
    ImportedAccount savings = take(BAI2, "main=000123456789", "savings=777").get(1);

    assertThat(savings.differenceMinor()).isEqualTo(-50);
    assertThat(new Exceptions(hub.hub().deployment().stores().state(TestHub.BOOK)).list())
        .anySatisfy(found -> {
          assertThat(found.kind()).isEqualTo(Discrepancy.Kind.STATEMENT_DOES_NOT_ADD_UP);
          assertThat(found.minor()).isEqualTo(-50);
        });
  }

  @Test
  @Tag("failure-44")
  void whatIsPendingIsShownPostsNothingAndIsReplacedOnceItIsBooked() throws Exception {
    Origin account = new Origin("bank", "021000021-000123456789");
    PendingShelf shelf = new PendingShelf(hub.hub().deployment().stores().state(TestHub.BOOK));
    String interim =
        """
        :20:INTERIM
        :25:021000021/000123456789
        :28C:1/1
        :34F:USD0,
        :13D:2610051430+0000
        :61:2610051005C150,00NTRFNONREF//POS-1
        :86:STRIPE PAYOUT po_1QaBcDeFgH2
        """;

    assertThat(take(interim, "main").getFirst().pending()).isEqualTo(1);
    assertThat(minor("1000:main")).isZero();
    assertThat(shelf.of(account))
        .singleElement()
        .satisfies(line -> assertThat(line.amount().minor()).isEqualTo(15000));

    take(MT940, "main");
    assertThat(shelf.of(account)).isEmpty();
    assertThat(minor("1000:main")).isEqualTo(14400);

    take(interim, "main");
    assertThat(shelf.of(account)).isEmpty();
  }

  @Test
  void csvIsReadByTheMappingOfItsAccountAndReplaysFromTheInbox() throws Exception {
    new Mappings(hub.hub().deployment().stores().state(TestHub.BOOK))
        .save(
            Mappings.Kind.BANK,
            "main",
            Map.of("date", "Day", "amount", "Sum", "currency", "USD", "text", "Text"));
    String csv = "Day,Sum,Text\n2026-10-05,-3.00,bus\n2026-10-05,-3.00,bus\n";

    assertThat(take(csv, "main").getFirst().newLines()).isEqualTo(2);
    assertThat(minor("1000:main")).isEqualTo(-600);
    assertThatThrownBy(
            () -> take(csv.replace("-3.00,bus\n2", "x,bus\n2").replace("05,-3", "35,-3"), "main"))
        .isInstanceOf(BankRefused.class)
        .hasMessageContaining("october:2: Sum")
        .hasMessageContaining("october:3: Day");
  }

  @Test
  void aDroppedFileIsImportedOrRefusedWithAReasonBesideIt() throws Exception {
    Path drop = folder.resolve("drop");
    Path account = Files.createDirectories(drop.resolve("sample").resolve("main"));
    Files.writeString(account.resolve("october.sta"), MT940);
    Files.writeString(account.resolve("broken.sta"), MT940.substring(0, 90));
    Files.writeString(account.resolve("coming.sta.part"), MT940);
    try (BankInbox inbox = new BankInbox(hub.hub(), drop)) {
      assertThat(inbox.look()).as("a file is left alone until it rests").isZero();
      assertThat(inbox.look()).isEqualTo(2);
      assertThat(inbox.look()).isZero();
    }

    assertThat(minor("1000:main")).isEqualTo(14400);
    assertThat(account.resolve("done").resolve("october.sta")).exists();
    assertThat(account.resolve("done").resolve("october.sta.txt"))
        .content()
        .contains("3 of them new");
    assertThat(account.resolve("refused").resolve("broken.sta.txt")).content().contains("expected");
    assertThat(account.resolve("coming.sta.part")).exists();
  }

  /** CAMT of a root element and its part: a booked line out and one in. */
  private static String camt(String version, String root, String part, String balances) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%s"><%s>
    <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-10-06T04:00:00Z</CreDtTm></GrpHdr>
    <%s><Id>R1</Id><CreDtTm>2026-10-06T04:00:00Z</CreDtTm>
    <Acct><Id><Othr><Id>000123456789</Id></Othr></Id><Ccy>USD</Ccy></Acct>%s
    <Ntry><Amt Ccy="USD">3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt><AcctSvcrRef>A1</AcctSvcrRef></Ntry>
    <Ntry><Amt Ccy="USD">150.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt><AcctSvcrRef>A2</AcctSvcrRef></Ntry>
    </%s></%s></Document>
    """
        .formatted(version, root, part, balances, part, root);
  }

  private static String balance(String type, String amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"USD\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-05</Dt></Dt></Bal>"
        .formatted(type, amount);
  }

  private static final String OFX_2 =
      """
      <?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="211"?>
      <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD</CURDEF>
      <BANKACCTFROM><BANKID>021000021</BANKID><ACCTID>000123456789</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM>
      <BANKTRANLIST><DTSTART>20261005</DTSTART><DTEND>20261006</DTEND>
      <STMTTRN><TRNTYPE>POS</TRNTYPE><DTPOSTED>20261005</DTPOSTED><TRNAMT>-3.00</TRNAMT><FITID>1</FITID><NAME>Bus</NAME></STMTTRN>
      <STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20261005</DTPOSTED><TRNAMT>150.00</TRNAMT><FITID>2</FITID><NAME>Stripe</NAME></STMTTRN>
      </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
      """;

  static Stream<Arguments> formats() {
    String balances = balance("OPBD", "1000.00") + balance("CLBD", "1147.00");
    return Stream.of(
        Arguments.of(
            "CAMT.053", camt("camt.053.001.08", "BkToCstmrStmt", "Stmt", balances), 14_700),
        Arguments.of("CAMT.052", camt("camt.052.001.08", "BkToCstmrAcctRpt", "Rpt", ""), 14_700),
        Arguments.of(
            "CAMT.054", camt("camt.054.001.08", "BkToCstmrDbtCdtNtfctn", "Ntfctn", ""), 14_700),
        Arguments.of("MT940", MT940, 14_400),
        Arguments.of("OFX 1", OFX, 14_700),
        Arguments.of("OFX 2", OFX_2, 14_700),
        Arguments.of(
            "BAI2",
            BAI2.lines()
                .filter(line -> !line.startsWith("03,777") && !line.startsWith("16,475"))
                .filter(line -> !line.startsWith("49,-50"))
                .map(line -> line.startsWith("98,") ? "98,230000,1,5/" : line)
                .map(line -> line.startsWith("99,") ? "99,230000,1,7/" : line)
                .collect(Collectors.joining("\n")),
            15_000));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  @Tag("failure-44")
  @Tag("accounting-55")
  void eachFormatGoesFromItsFileToItsAccountsLineInTheTrialBalance(
      String format, String file, long minor) throws Exception {
    assertThat(take(file, "main"))
        .as(format)
        .singleElement()
        .satisfies(account -> assertThat(account.newLines()).isPositive());

    assertThat(
            new BookExport(hub.hub().deployment(), TestHub.BOOK)
                .trialBalance(LAST, Optional.empty())
                .rows())
        .extracting(row -> row.account() + " " + row.minor())
        .containsExactly("1000:main " + minor, "2900 " + -minor);
    assertThat(take(file)).extracting(ImportedAccount::newLines).containsExactly(0);
  }
}
