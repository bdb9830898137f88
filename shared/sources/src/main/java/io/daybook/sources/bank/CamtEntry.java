package io.daybook.sources.bank;

import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A booked entry ({@code Ntry}). A batch of several transactions ({@code TxDtls}) that the bank booked as one amount is
 * one entry, with the references of all.
 *
 * @param line of the file
 * @param amount positive into the account. {@code CdtDbtInd} alone says which way: {@code RvslInd} tells that an earlier
 *     entry of the other direction is taken back, and turns no sign
 * @param bookedOn the bank's booking day
 * @param bankReference the bank's own id of the entry, if it gives one
 * @param code domain, family and subfamily, else the bank's own code
 * @param references ids found on it
 * @param digest of its ids and remittance text, to tell lines without an id apart
 */
record CamtEntry(
    int line,
    Money amount,
    LocalDate bookedOn,
    Optional<String> bankReference,
    String code,
    List<Reference> references,
    String digest) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Set<String> NOT_BOOKED = Set.of("PDNG", "INFO", "FUTR");

  /** ISO 20022 allows 35 characters. */
  private static final int LONGEST = 100;

  /** Names and addresses of who sent and got the invoice. */
  private static final Set<String> PARTIES = Set.of("Invcr", "Invcee");

  /**
   * Reads an entry; empty if it is not booked.
   *
   * @throws Misread if it is not what the format promises
   */
  static Optional<CamtEntry> of(XmlElement entry) {
    XmlElement status = entry.at("Sts");
    String word = status.text("Cd").orElse(status.text());
    if (NOT_BOOKED.contains(word)) {
      return Optional.empty();
    }
    if (!word.equals("BOOK")) {
      throw status.expected("BOOK, PDNG, INFO or FUTR");
    }
    ReferenceWords words = new ReferenceWords();
    ids(entry).forEach(words::addId);
    texts(entry).forEach(words::addText);
    return Optional.of(
        new CamtEntry(
            entry.line(),
            CamtValues.amount(entry),
            day(entry),
            entry.text("AcctSvcrRef").map(CamtEntry::spaced).filter(CamtEntry::isGiven),
            code(entry),
            words.references(),
            digest(Stream.concat(ids(entry), texts(entry)).toList())));
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

  private static LocalDate day(XmlElement entry) {
    return entry
        .find("BookgDt")
        .or(() -> entry.find("ValDt"))
        .map(CamtValues::day)
        .orElseThrow(() -> entry.expected("a booking date (BookgDt)"));
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

  private static String digest(List<String> texts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        sha256.update(spaced(text).getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha256.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
