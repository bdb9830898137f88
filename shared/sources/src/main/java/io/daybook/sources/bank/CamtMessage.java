package io.daybook.sources.bank;

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
   * @param pending how many it has that are not booked
   */
  record Part(XmlElement header, List<CamtEntry> entries, int pending) {}

  static CamtMessage read(XmlFile xml) {
    if (!xml.enter() || !xml.name().equals("Document")) {
      throw new Misread(xml.line(), xml.path(), BankFiles.SUPPORTED + " (root element Document)");
    }
    if (!xml.enter()) {
      throw new Misread(xml.line(), "Document", BankFiles.SUPPORTED);
    }
    Kind kind =
        Kind.of(xml.name())
            .orElseThrow(() -> new Misread(xml.line(), xml.path(), BankFiles.SUPPORTED));
    CamtMessage message = body(xml, kind);
    xml.requireEnd();
    return message;
  }

  private static CamtMessage body(XmlFile xml, Kind kind) {
    Optional<XmlElement> created = Optional.empty();
    List<Part> parts = new ArrayList<>();
    while (xml.enter()) {
      if (xml.name().equals(kind.part)) {
        parts.add(part(xml));
      } else if (xml.name().equals("GrpHdr")) {
        created = xml.element().find("CreDtTm");
      } else {
        xml.element();
      }
    }
    return new CamtMessage(kind, created, List.copyOf(parts));
  }

  private static Part part(XmlFile xml) {
    String path = xml.path();
    int line = xml.line();
    List<XmlElement> header = new ArrayList<>();
    List<CamtEntry> entries = new ArrayList<>();
    int pending = 0;
    while (xml.enter()) {
      XmlElement element = xml.element();
      if (!element.name().equals("Ntry")) {
        header.add(element);
        continue;
      }
      Optional<CamtEntry> entry = CamtEntry.of(element);
      entry.ifPresent(entries::add);
      pending += entry.isPresent() ? 0 : 1;
    }
    return new Part(
        new XmlElement(path, line, Map.of(), "", header), List.copyOf(entries), pending);
  }
}
