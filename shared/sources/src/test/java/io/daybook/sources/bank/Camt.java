package io.daybook.sources.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Writes CAMT files for tests, an element a line so that line numbers can be told. */
final class Camt {
  static final String ACCOUNT = "DE89370400440532013000";

  private final String version;
  private final List<String> entries = new ArrayList<>();
  private String opening = "1000.00";
  private String closing = "1000.00";

  private Camt(String version) {
    this.version = version;
  }

  static Camt version(String version) {
    return new Camt(version);
  }

  Camt balances(String openingAmount, String closingAmount) {
    opening = openingAmount;
    closing = closingAmount;
    return this;
  }

  Camt entry(String xml) {
    entries.add(xml);
    return this;
  }

  /** A booked entry of 2026-10-05, with more elements at its end. */
  Camt booked(String amount, String direction, String... more) {
    boolean nested = Integer.parseInt(version) >= 8;
    String status = nested ? "<Sts>\n<Cd>BOOK</Cd>\n</Sts>" : "<Sts>BOOK</Sts>";
    return entry(
        String.join(
            "\n",
            "<Ntry>",
            "<Amt Ccy=\"EUR\">" + amount + "</Amt>",
            "<CdtDbtInd>" + direction + "</CdtDbtInd>",
            status,
            "<BookgDt><Dt>2026-10-05</Dt></BookgDt>",
            String.join("\n", more),
            "</Ntry>"));
  }

  static String details(String refs, String remittance) {
    return "<NtryDtls><TxDtls><Refs>"
        + refs
        + "</Refs><RmtInf><Ustrd>"
        + remittance
        + "</Ustrd></RmtInf></TxDtls></NtryDtls>";
  }

  String text() {
    return String.join(
        "\n",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001." + version + "\">",
        "<BkToCstmrStmt>",
        "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-10-06T04:00:00+02:00</CreDtTm></GrpHdr>",
        "<Stmt>",
        "<Id>2026-10-05-1</Id>",
        "<CreDtTm>2026-10-06T04:00:00+02:00</CreDtTm>",
        "<FrToDt><FrDtTm>2026-10-05T00:00:00+02:00</FrDtTm><ToDtTm>2026-10-06T00:00:00+02:00</ToDtTm></FrToDt>",
        "<Acct><Id><IBAN>" + ACCOUNT + "</IBAN></Id><Ccy>EUR</Ccy></Acct>",
        balance("OPBD", opening),
        balance("CLBD", closing),
        String.join("\n", entries),
        "</Stmt>",
        "</BkToCstmrStmt>",
        "</Document>",
        "");
  }

  byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  private static String balance(String type, String amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>"
        + type
        + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">"
        + amount
        + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-05</Dt></Dt></Bal>";
  }
}
