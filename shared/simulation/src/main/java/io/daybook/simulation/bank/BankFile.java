package io.daybook.simulation.bank;

import io.daybook.simulation.month.BankLine;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.Payout;
import io.daybook.simulation.month.Processor;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the month's bank statement as CAMT.053, in the elements and their order of {@code camt.053.001.08}. */
public final class BankFile {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

  private final Month month;
  private final XMLStreamWriter xml;

  private BankFile(Month month, XMLStreamWriter xml) {
    this.month = month;
    this.xml = xml;
  }

  /** The statement of the whole month, XML in UTF-8. */
  public static String camt053(Month month) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new BankFile(month, xml).document();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write the bank file of seed " + month.seed(), e);
    }
    return text + "\n";
  }

  private void document() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    open(1, "BkToCstmrStmt");
    open(2, "GrpHdr");
    text(3, "MsgId", "C53" + compact(month.lastDay()) + "000001");
    text(3, "CreDtTm", created());
    close(2);
    statement();
    close(1);
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void statement() throws XMLStreamException {
    LocalDate first = month.setting().cutOver();
    open(2, "Stmt");
    text(3, "Id", "STMT" + compact(month.lastDay()));
    text(3, "ElctrncSeqNb", Integer.toString(first.getMonthValue()));
    text(3, "CreDtTm", created());
    open(3, "FrToDt");
    text(4, "FrDtTm", time(month.setting().start()));
    text(4, "ToDtTm", time(month.setting().end().minusSeconds(1)));
    close(3);
    account();
    balance("OPBD", month.bankOpeningMinor(), first);
    balance("CLBD", month.bankClosingMinor(), month.lastDay());
    for (BankLine line : month.bankLines()) {
      entry(line);
    }
    close(2);
  }

  private void account() throws XMLStreamException {
    open(3, "Acct");
    open(4, "Id");
    open(5, "Othr");
    text(6, "Id", month.setting().bankAccount());
    close(5);
    close(4);
    text(4, "Ccy", month.setting().currency());
    open(4, "Ownr");
    text(5, "Nm", month.setting().shopName());
    close(4);
    open(4, "Svcr");
    open(5, "FinInstnId");
    open(6, "ClrSysMmbId");
    open(7, "ClrSysId");
    text(8, "Cd", "USABA");
    close(7);
    text(7, "MmbId", "021000089");
    close(6);
    text(6, "Nm", "First Harbor Bank");
    close(5);
    close(4);
    close(3);
  }

  private void balance(String code, long minor, LocalDate day) throws XMLStreamException {
    open(3, "Bal");
    open(4, "Tp");
    open(5, "CdOrPrtry");
    text(6, "Cd", code);
    close(5);
    close(4);
    amount(4, minor);
    text(4, "CdtDbtInd", minor < 0 ? "DBIT" : "CRDT");
    open(4, "Dt");
    text(5, "Dt", day.toString());
    close(4);
    close(3);
  }

  private void entry(BankLine line) throws XMLStreamException {
    open(3, "Ntry");
    text(4, "NtryRef", line.id());
    amount(4, line.amountMinor());
    text(4, "CdtDbtInd", line.amountMinor() < 0 ? "DBIT" : "CRDT");
    open(4, "Sts");
    text(5, "Cd", "BOOK");
    close(4);
    open(4, "BookgDt");
    text(5, "Dt", line.day().toString());
    close(4);
    open(4, "ValDt");
    text(5, "Dt", line.day().toString());
    close(4);
    text(4, "AcctSvcrRef", line.id());
    code(line);
    details(line);
    close(3);
  }

  /** A received credit transfer, or a charge of the bank. */
  private void code(BankLine line) throws XMLStreamException {
    boolean fee = line.payout().isEmpty();
    open(4, "BkTxCd");
    open(5, "Domn");
    text(6, "Cd", fee ? "ACMT" : "PMNT");
    open(6, "Fmly");
    text(7, "Cd", fee ? "MDOP" : "RCDT");
    text(7, "SubFmlyCd", fee ? "CHRG" : "ACDT");
    close(6);
    close(5);
    close(4);
  }

  private void details(BankLine line) throws XMLStreamException {
    open(4, "NtryDtls");
    open(5, "TxDtls");
    open(6, "Refs");
    text(7, "EndToEndId", line.endToEnd().isEmpty() ? "NOTPROVIDED" : line.endToEnd());
    close(6);
    amount(6, line.amountMinor());
    text(6, "CdtDbtInd", line.amountMinor() < 0 ? "DBIT" : "CRDT");
    if (line.payout().isPresent()) {
      sender(line.payout().orElseThrow());
    }
    open(6, "RmtInf");
    text(7, "Ustrd", line.text());
    close(6);
    close(5);
    close(4);
  }

  private void sender(Payout payout) throws XMLStreamException {
    open(6, "RltdPties");
    open(7, "Dbtr");
    open(8, "Pty");
    text(9, "Nm", payout.processor() == Processor.STRIPE ? "STRIPE" : "SHOPIFY");
    close(8);
    close(7);
    close(6);
  }

  private void amount(int depth, long minor) throws XMLStreamException {
    line(depth);
    xml.writeStartElement("Amt");
    xml.writeAttribute("Ccy", month.setting().currency());
    xml.writeCharacters(BigDecimal.valueOf(Math.abs(minor), 2).toPlainString());
    xml.writeEndElement();
  }

  private void text(int depth, String name, String value) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void open(int depth, String name) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(name);
  }

  private void close(int depth) throws XMLStreamException {
    line(depth);
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private String created() {
    return time(month.setting().end().plusSeconds(3_600));
  }

  private String time(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.atZone(month.setting().zone()).toOffsetDateTime());
  }

  private static String compact(LocalDate day) {
    return day.toString().replace("-", "");
  }
}
