package io.daybook.sources.bank.camt;

import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.PendingLine;
import io.daybook.sources.reading.Misread;
import io.daybook.sources.reading.XmlElement;
import io.daybook.sources.reading.XmlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CAMT message as it stands in the file. The message's name decides what it is, not the namespace: versions and
 * national dialects differ in that, and the names of what is read here have been the same since version 2 (version 1
 * ends the message's name in {@code V01}).
 *
 * @param kind which of the three
 * @param created when the bank made it, if it says
 * @param parts its statements, reports or notifications
 */
record CamtMessage(Kind kind, Optional<XmlElement> created, List<Part> parts) {
  private static final String SUPPORTED =
      "a bank statement (camt.053), report (camt.052) or notification (camt.054) of ISO 20022, any version";

  /** What a message is. */
  enum Kind {
    /** CAMT.053: whole days, with balances. */
    STATEMENT("camt.053", "BkToCstmrStmt", "Stmt"),
    /** CAMT.052: what was booked so far. */
    REPORT("camt.052", "BkToCstmrAcctRpt", "Rpt"),
    /** CAMT.054: single entries. */
    NOTIFICATION("camt.054", "BkToCstmrDbtCdtNtfctn", "Ntfctn");

    private final String code;
    private final String message;
    private final String part;

    Kind(String code, String message, String part) {
      this.code = code;
      this.message = message;
      this.part = part;
    }

    String code() {
      return code;
    }

    private static Optional<Kind> of(String message) {
      for (Kind kind : values()) {
        if (message.equals(kind.message) || message.equals(kind.message + "V01")) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A statement, report or notification.
   *
   * @param header all of it but its entries
   * @param entries its booked entries
   * @param pending those that are not booked
   */
  record Part(XmlElement header, List<BankEntry> entries, List<PendingLine> pending) {}

  static CamtMessage read(XmlFile xml) {
    if (!xml.enter() || !xml.name().equals("Document")) {
      throw new Misread(xml.line(), xml.path(), SUPPORTED + " (root element Document)");
    }
    if (!xml.enter()) {
      throw new Misread(xml.line(), "Document", SUPPORTED);
    }
    Kind kind =
        Kind.of(xml.name()).orElseThrow(() -> new Misread(xml.line(), xml.path(), SUPPORTED));
    CamtMessage message = body(xml, kind);
    xml.requireEnd();
    return message;
  }

  private static CamtMessage body(XmlFile xml, Kind kind) {
    Optional<XmlElement> created = Optional.empty();
    List<Part> parts = new ArrayList<>();
    while (xml.enter()) {
      if (xml.name().equals(kind.part)) {
        parts.add(part(xml, kind));
      } else if (xml.name().equals("GrpHdr")) {
        created = xml.element().find("CreDtTm");
      } else {
        xml.element();
      }
    }
    return new CamtMessage(kind, created, List.copyOf(parts));
  }

  private static Part part(XmlFile xml, Kind kind) {
    String path = xml.path();
    int line = xml.line();
    List<XmlElement> header = new ArrayList<>();
    List<BankEntry> entries = new ArrayList<>();
    List<PendingLine> pending = new ArrayList<>();
    while (xml.enter()) {
      XmlElement element = xml.element();
      if (!element.name().equals("Ntry")) {
        header.add(element);
        continue;
      }
      // A notification may leave out the day: the statement will tell it.
      boolean dated = kind == Kind.STATEMENT || CamtEntry.isDated(element);
      if (CamtEntry.isBooked(element) && dated) {
        entries.add(CamtEntry.booked(element));
      } else {
        pending.add(CamtEntry.pending(element));
      }
    }
    return new Part(
        new XmlElement(path, line, Map.of(), "", header),
        List.copyOf(entries),
        List.copyOf(pending));
  }
}
