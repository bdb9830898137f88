package io.daybook.sources.bank.camt;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import io.daybook.sources.bank.entry.AccountNumber;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.PendingLine;
import io.daybook.sources.bank.entry.ToldBalances;
import io.daybook.sources.reading.XmlElement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One account's statement of one message: its pages (parts of one id) taken together. */
final class CamtStatement {
  private final CamtMessage message;
  private final List<CamtMessage.Part> pages = new ArrayList<>();

  CamtStatement(CamtMessage message) {
    this.message = message;
  }

  void add(CamtMessage.Part page) {
    pages.add(page);
  }

  /** The account that a part is about: its IBAN, else the bank's own number for it. */
  static String account(CamtMessage.Part part) {
    XmlElement id = part.header().at("Acct", "Id");
    String number =
        id.text("IBAN")
            .or(() -> id.text("Othr", "Id"))
            .or(() -> id.text("PrtryAcct", "Id"))
            .or(() -> id.text("BBAN"))
            .orElseThrow(() -> id.expected("an account number (IBAN or Othr/Id)"));
    String normal = AccountNumber.normal(number);
    if (normal.isEmpty() || normal.length() > AccountNumber.LONGEST) {
      throw id.expected("an account number of at most " + AccountNumber.LONGEST + " characters");
    }
    return normal;
  }

  /** What makes two parts pages of one statement. */
  static String id(CamtMessage.Part part) {
    XmlElement id = part.header().at("Id");
    if (id.text().isEmpty() || id.text().length() > AccountNumber.LONGEST) {
      throw id.expected("an id of the statement");
    }
    return id.text();
  }

  /** The page that a part is; a statement in one piece is page 1. */
  static String page(CamtMessage.Part part) {
    return part.header()
        .text("StmtPgntn", "PgNb")
        .or(() -> part.header().text("RptPgntn", "PgNb"))
        .orElse("1");
  }

  List<BankEntry> entries() {
    return pages.stream().flatMap(page -> page.entries().stream()).toList();
  }

  List<PendingLine> pending() {
    return pages.stream().flatMap(page -> page.pending().stream()).toList();
  }

  /** The account as the first page names it. */
  XmlElement accountElement() {
    return pages.getFirst().header().at("Acct", "Id");
  }

  /** What it says about itself, if it gives booked balances of the account's currency at both ends. */
  Optional<ToldBalances> balances() {
    Optional<XmlElement> opening = balance(List.of("OPBD", "PRCD"));
    Optional<XmlElement> closing = balance(List.of("CLBD"));
    if (opening.isEmpty() || closing.isEmpty()) {
      return Optional.empty();
    }
    Money from = CamtValues.amount(opening.get());
    Money to = CamtValues.amount(closing.get());
    LocalDate lastDay = CamtValues.day(closing.get().at("Dt"));
    LocalDate firstDay = firstDay(opening.get());
    return Optional.of(
        new ToldBalances(
            new Reference(id(pages.getFirst()).replaceAll("\\s+", " ")),
            from.currency(),
            firstDay.isAfter(lastDay) ? lastDay : firstDay,
            lastDay,
            from.minor(),
            to.minor()));
  }

  /** The first day is the period's where the bank tells it; banks disagree whether an opening balance is dated the day before. */
  private LocalDate firstDay(XmlElement opening) {
    XmlElement header = pages.getFirst().header();
    return header
        .find("FrToDt", "FrDt")
        .or(() -> header.find("FrToDt", "FrDtTm"))
        .map(CamtValues::dayOf)
        .orElseGet(() -> dayOfOpening(opening));
  }

  private static LocalDate dayOfOpening(XmlElement opening) {
    LocalDate day = CamtValues.day(opening.at("Dt"));
    return type(opening).equals("PRCD") ? day.plusDays(1) : day;
  }

  /** When the bank made it. */
  long version() {
    return pages
        .getFirst()
        .header()
        .find("CreDtTm")
        .or(message::created)
        .map(CamtValues::millis)
        .orElse(0L);
  }

  /** The first page's opening, the last page's closing: a page in between has interim balances. */
  private Optional<XmlElement> balance(List<String> types) {
    List<CamtMessage.Part> order = types.contains("CLBD") ? pages.reversed() : pages;
    for (String type : types) {
      for (CamtMessage.Part page : order) {
        Optional<XmlElement> found =
            page.header()
                .all("Bal")
                .filter(bal -> type(bal).equals(type))
                .filter(this::isOfTheAccount)
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isOfTheAccount(XmlElement balance) {
    return CamtValues.currency(balance.at("Amt")).equals(currency(balance));
  }

  /** The account's currency, else that of its first balance. */
  private CurrencyCode currency(XmlElement balance) {
    XmlElement header = pages.getFirst().header();
    return header
        .find("Acct", "Ccy")
        .map(ccy -> CamtValues.currency(ccy, ccy.text()))
        .or(() -> header.find("Bal", "Amt").map(CamtValues::currency))
        .orElseGet(() -> CamtValues.currency(balance.at("Amt")));
  }

  private static String type(XmlElement balance) {
    return balance.text("Tp", "CdOrPrtry", "Cd").or(() -> balance.text("Tp", "Cd")).orElse("");
  }
}
