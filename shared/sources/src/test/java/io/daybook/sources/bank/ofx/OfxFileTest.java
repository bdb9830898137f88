package io.daybook.sources.bank.ofx;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLine;
import io.daybook.sources.bank.BankFile;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.Read;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfxFileTest {
  private static final String HEADER =
      """
      OFXHEADER:100
      DATA:OFXSGML
      VERSION:102
      SECURITY:NONE
      ENCODING:USASCII
      CHARSET:1252
      COMPRESSION:NONE
      OLDFILEUID:NONE
      NEWFILEUID:NONE

      """;

  private static final String SGML =
      HEADER
          + """
          <OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20261006083000[-5:EST]<LANGUAGE>ENG<INTU.BID>03000</SONRS></SIGNONMSGSRSV1>
          <BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>
          <STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>021000021<ACCTID>000 123 456<ACCTTYPE>CHECKING</BANKACCTFROM>
          <BANKTRANLIST><DTSTART>20261001<DTEND>20261006
          <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261005230000[-5:EST]<TRNAMT>+150.00<FITID>20261005-1<NAME>STRIPE &amp; CO<MEMO>PAYOUT po_1QaBcDeFgH2</STMTTRN>
          <STMTTRN><TRNTYPE>CHECK<DTPOSTED>20261005<TRNAMT>-25<FITID>20261005-2<CHECKNUM>100042<NAME>
          <MEMO></STMTTRN>
          <STMTTRN><TRNTYPE>POS<DTPOSTED>20261006<TRNAMT>-4,50<FITID>20261006-1<NAME>COFFEE</STMTTRN>
          </BANKTRANLIST><LEDGERBAL><BALAMT>1120.50<DTASOF>20261006083000[-5:EST]</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
          """;

  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
      <OFX>
        <SIGNONMSGSRSV1><SONRS><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS><DTSERVER>20261006083000[-5:EST]</DTSERVER></SONRS></SIGNONMSGSRSV1>
        <BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD</CURDEF>
          <BANKACCTFROM><BANKID>021000021</BANKID><ACCTID>000123456</ACCTID></BANKACCTFROM>
          <BANKTRANLIST><DTSTART>20261001</DTSTART><DTEND>20261006</DTEND>
            <STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20261005</DTPOSTED><TRNAMT>150.00</TRNAMT><FITID>OTHER-ID-1</FITID><NAME>STRIPE &amp; CO</NAME><MEMO>PAYOUT po_1QaBcDeFgH2</MEMO></STMTTRN>
            <STMTTRN><TRNTYPE>CHECK</TRNTYPE><DTPOSTED>20261005</DTPOSTED><TRNAMT>-25.00</TRNAMT><FITID>OTHER-ID-2</FITID><CHECKNUM>100042</CHECKNUM><NAME/><MEMO></MEMO></STMTTRN>
            <STMTTRN><TRNTYPE>POS</TRNTYPE><DTPOSTED>20261006</DTPOSTED><TRNAMT>-4.50</TRNAMT><FITID>OTHER-ID-3</FITID><NAME>COFFEE</NAME></STMTTRN>
          </BANKTRANLIST>
          <LEDGERBAL><BALAMT>1120.50</BALAMT><DTASOF>20261006083000[-5:EST]</DTASOF></LEDGERBAL>
        </STMTRS></STMTTRNRS></BANKMSGSRSV1>
      </OFX>
      """;

  @Test
  void unclosedTagsEmptyFieldsAndDecimalCommasAreRead() {
    BankFile.Statement read = Read.one(SGML);

    assertThat(read.account().account()).isEqualTo("000123456");
    assertThat(read.lines())
        .extracting(BankLine::amountMinor)
        .containsExactly(15000L, -2500L, -450L);
    assertThat(read.lines().getFirst().references())
        .extracting(Object::toString)
        .containsExactly("20261005-1", "po_1QaBcDeFgH2");
    assertThat(read.lines().get(1).references()).extracting(Object::toString).contains("100042");
  }

  @Test
  void theDayIsTheOneThatTheBankWrote() {
    assertThat(Read.one(SGML).lines().getFirst().bookedOn()).isEqualTo(LocalDate.of(2026, 10, 5));
  }

  @Test
  @Tag("failure-44")
  void ofx1AndOfx2GiveTheSameIdsThoughTheBankChangesItsOwn() {
    assertThat(Read.ids(Read.one(XML))).isEqualTo(Read.ids(Read.one(SGML)));
  }

  @Test
  void theBalanceLeadsBackToTheDaysThatAreOver() {
    assertThat(Read.one(SGML).statement().orElseThrow())
        .satisfies(told -> {
          assertThat(told.from()).isEqualTo(LocalDate.of(2026, 10, 1));
          assertThat(told.to()).isEqualTo(LocalDate.of(2026, 10, 5));
          assertThat(told.openingMinor()).isEqualTo(100000);
          assertThat(told.closingMinor()).isEqualTo(112500);
        });
  }

  @Test
  void aListThatEndsBeforeTheBalanceProvesNothing() {
    BankFile.Statement read = Read.one(SGML.replace("<DTEND>20261006", "<DTEND>20261004"));

    assertThat(read.statement()).isEmpty();
    assertThat(read.lines()).hasSize(3);
  }

  @Test
  void creditCardsAndSeveralAccountsAreRead() {
    String card =
        SGML.replace("<STMTRS>", "<CCSTMTRS>")
            .replace("</STMTRS>", "</CCSTMTRS>")
            .replace("BANKACCTFROM", "CCACCTFROM");

    assertThat(Read.one(card).lines()).hasSize(3);
  }

  @Test
  @Tag("failure-44")
  void pendingLinesAreNotBooked() {
    String pending =
        "<BANKTRANLISTP><DTASOF>20261006<STMTTRNP><TRNTYPE>POS<DTTRAN>20261006<TRNAMT>-7.00<NAME>HOTEL 778899</STMTTRNP></BANKTRANLISTP>";

    BankFile.Statement read = Read.one(SGML.replace("<LEDGERBAL>", pending + "<LEDGERBAL>"));

    assertThat(read.lines()).hasSize(3);
    assertThat(read.pending())
        .singleElement()
        .satisfies(line -> assertThat(line.amount().minor()).isEqualTo(-700));
  }

  @Test
  void theHeadersCharsetIsFollowedWhereTheBytesAreNoUtf8() {
    String text = SGML.replace("COFFEE", "CAFÉ MÜLLER 20261006-X");
    List<BankFile.Statement> windows =
        Read.statements(text.getBytes(Charset.forName("windows-1252")), BankReading.all());

    assertThat(windows.getFirst().lines()).isEqualTo(Read.one(text).lines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<TRNAMT>+150.00 | <TRNAMT>a lot | 15 | TRNAMT",
        "<TRNAMT>+150.00 | <TRNAMT>1.005,001 | 15 | TRNAMT",
        "<TRNAMT>+150.00 | '' | 15 | STMTTRN",
        "<DTPOSTED>20261005230000[-5:EST] | <DTPOSTED>20261305 | 15 | DTPOSTED",
        "<CURDEF>USD | <CURDEF>DOLLAR | 13 | CURDEF",
        "<ACCTID>000 123 456 | '' | 13 | BANKACCTFROM",
        "</OFX> | '' | 20 | OFX",
      })
  void whatIsNoOfxIsRefusedWithItsLineAndField(String good, String bad, int line, String field) {
    assertThat(SGML).contains(good);

    assertThat(Read.problem(SGML.replace(good, bad)))
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.field()).isEqualTo(field);
        });
  }

  @Test
  void aFileWithoutAStatementSaysWhy() {
    assertThat(Read.problem(HEADER + "<OFX></OFX>").expected()).contains("this file has none");
    assertThat(
            Read.problem(
                    HEADER
                        + "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR</STATUS></SONRS></SIGNONMSGSRSV1></OFX>")
                .expected())
        .contains("error 15500");
    assertThat(Read.problem(HEADER + "<OFX><INVSTMTRS><CURDEF>USD</INVSTMTRS></OFX>").expected())
        .contains("investments");
  }

  @Test
  void aTagWithoutANameClosesNothing() {
    assertThat(Read.one(SGML.replace("<LEDGERBAL>", "</><LEDGERBAL>")).lines()).hasSize(3);
  }

  @Test
  void documentTypesAndDeepNestingAreRefused() {
    assertThat(Read.problem("<?OFX?><!DOCTYPE a [<!ENTITY b \"c\">]><OFX></OFX>").field())
        .isEqualTo("DOCTYPE");
    assertThat(Read.problem("<OFX>" + "<A>".repeat(100_000)).expected()).contains("nested");
  }
}
