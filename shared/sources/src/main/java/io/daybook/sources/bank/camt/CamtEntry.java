package io.daybook.sources.bank.camt;

import io.daybook.events.Reference;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.PendingLine;
import io.daybook.sources.bank.entry.ReferenceWords;
import io.daybook.sources.bank.entry.TextDigest;
import io.daybook.sources.reading.Misread;
import io.daybook.sources.reading.XmlElement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads an entry ({@code Ntry}). A batch of several transactions ({@code TxDtls}) that the bank booked as one amount is one
 * entry, with the references of all. {@code CdtDbtInd} alone says which way: {@code RvslInd} tells that an earlier entry
 * of the other direction is taken back, and turns no sign.
 */
final class CamtEntry {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Set<String> NOT_BOOKED = Set.of("PDNG", "INFO", "FUTR");

  /** ISO 20022 allows 35 characters. */
  private static final int LONGEST = 100;

  /** Names and addresses of who sent and got the invoice. */
  private static final Set<String> PARTIES = Set.of("Invcr", "Invcee");

  private CamtEntry() {}

  /**
   * Whether the bank has booked it.
   *
   * @throws Misread if it does not say so in the format's words
   */
  static boolean isBooked(XmlElement entry) {
    XmlElement status = entry.at("Sts");
    String word = status.text("Cd").orElse(status.text());
    if (NOT_BOOKED.contains(word)) {
      return false;
    }
    if (!word.equals("BOOK")) {
      throw status.expected("BOOK, PDNG, INFO or FUTR");
    }
    return true;
  }

  /**
   * Reads a booked entry.
   *
   * @throws Misread if it is not what the format promises
   */
  static BankEntry booked(XmlElement entry) {
    return new BankEntry(
        entry.line(),
        CamtValues.amount(entry),
        day(entry).orElseThrow(() -> entry.expected("a booking date (BookgDt)")),
        entry.text("AcctSvcrRef").map(CamtEntry::spaced).filter(CamtEntry::isGiven),
        code(entry),
        references(entry),
        TextDigest.of(Stream.concat(ids(entry), texts(entry)).map(CamtEntry::spaced).toList()));
  }

  /** Whether it has a day. */
  static boolean isDated(XmlElement entry) {
    return day(entry).isPresent();
  }

  /** Reads an entry that is not booked yet. */
  static PendingLine pending(XmlElement entry) {
    return new PendingLine(day(entry), CamtValues.amount(entry), code(entry), references(entry));
  }

  private static List<Reference> references(XmlElement entry) {
    ReferenceWords words = new ReferenceWords();
    ids(entry).forEach(words::addId);
    texts(entry).forEach(words::addText);
    return words.references();
  }

  /** Banks break lines where they like. */
  private static String spaced(String text) {
    return SPACE.matcher(text).replaceAll(" ");
  }

  private static boolean isGiven(String reference) {
    return !reference.equals("NOTPROVIDED")
        && !reference.equals("NONREF")
        && reference.length() <= LONGEST;
  }

  private static Optional<LocalDate> day(XmlElement entry) {
    return entry.find("BookgDt").or(() -> entry.find("ValDt")).map(CamtValues::day);
  }

  private static Stream<String> ids(XmlElement entry) {
    return Stream.of(
            entry.all("AcctSvcrRef"),
            entry.all("Btch"),
            entry.all("NtryDtls", "Btch"),
            entry.all("TxDtls", "Refs"),
            entry.all("NtryDtls", "TxDtls", "Refs"))
        .flatMap(found -> found)
        .flatMap(element -> element.texts().stream());
  }

  private static Stream<String> texts(XmlElement entry) {
    Stream<XmlElement> details =
        Stream.concat(entry.all("TxDtls"), entry.all("NtryDtls", "TxDtls"));
    return Stream.concat(
        entry.all("AddtlNtryInf").map(XmlElement::text),
        details.flatMap(detail ->
            Stream.of(
                    detail.all("RmtInf", "Ustrd"),
                    detail.all("RmtInf", "Strd").flatMap(strd -> strd.children().stream()),
                    detail.all("AddtlTxInf"))
                .flatMap(found -> found)
                .filter(element -> !PARTIES.contains(element.name()))
                .flatMap(element -> element.texts().stream())));
  }

  private static String code(XmlElement entry) {
    return entry
        .find("BkTxCd")
        .flatMap(CamtEntry::codeIn)
        .or(() -> entry.find("NtryDtls", "TxDtls", "BkTxCd").flatMap(CamtEntry::codeIn))
        .filter(code -> code.length() <= LONGEST)
        .orElse("");
  }

  private static Optional<String> codeIn(XmlElement code) {
    return code.find("Domn")
        .map(domain ->
            String.join(
                "-",
                Stream.of(
                        domain.text("Cd"),
                        domain.text("Fmly", "Cd"),
                        domain.text("Fmly", "SubFmlyCd"))
                    .flatMap(Optional::stream)
                    .toList()))
        .filter(joined -> !joined.isEmpty())
        .or(() -> code.text("Prtry", "Cd"));
  }
}
