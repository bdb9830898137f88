package io.daybook.sources.bill;

import io.daybook.events.Bill;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import io.daybook.sources.bill.BillReading.Tax;
import io.daybook.sources.reading.Misread;
import io.daybook.sources.reading.WrittenAmount;
import io.daybook.sources.reading.XmlElement;
import io.daybook.sources.reading.XmlFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A UBL 2.1 invoice or credit note, by local names: Peppol BIS 3, XRechnung and other profiles use a part of them. */
final class UblBill {
  /** A Peppol message wraps the document in a header. */
  private static final String ENVELOPE = "StandardBusinessDocument";

  private static final int LONGEST = 200;

  private final XmlElement document;
  private final BillReading reading;
  private final CurrencyCode currency;
  private final List<ToldBill.Item> items = new ArrayList<>();

  private UblBill(XmlElement document, BillReading reading) {
    this.document = document;
    this.reading = reading;
    this.currency = currency(document.at("DocumentCurrencyCode"));
  }

  static ToldBill read(byte[] bytes, BillReading reading) {
    XmlFile xml = XmlFile.open(bytes);
    if (!xml.enter()) {
      throw new Misread(1, "XML", "an element Invoice or CreditNote");
    }
    if (xml.name().equals(ENVELOPE)) {
      enterDocument(xml);
    }
    if (!xml.name().equals("Invoice") && !xml.name().equals("CreditNote")) {
      throw new Misread(
          xml.line(),
          xml.path(),
          "a UBL 2.1 Invoice or CreditNote"
              + (xml.name().equals("CrossIndustryInvoice")
                  ? "; this is a Cross Industry Invoice (ZUGFeRD, Factur-X), so ask for UBL or bring it as CSV"
                  : ""));
    }
    XmlElement document = xml.element();
    xml.requireEnd();
    return new UblBill(document, reading).told();
  }

  private static void enterDocument(XmlFile xml) {
    while (xml.enter()) {
      if (xml.name().equals("Invoice") || xml.name().equals("CreditNote")) {
        return;
      }
      XmlElement _ = xml.element();
    }
    throw new Misread(xml.line(), ENVELOPE, "an Invoice or CreditNote in it");
  }

  private boolean isCredit() {
    return document.name().equals("CreditNote")
        || document.text("InvoiceTypeCode").filter("381"::equals).isPresent();
  }

  private ToldBill told() {
    long net = 0;
    for (XmlElement line : lines()) {
      Money amount = amount(line.at("LineExtensionAmount"));
      net = Math.addExact(net, amount.minor());
      add(reading.kind(), amount.minor(), forWhat(line));
    }
    for (XmlElement extra : document.all("AllowanceCharge").toList()) {
      long minor = amount(extra.at("Amount")).minor();
      long signed = isCharge(extra) ? minor : Math.negateExact(minor);
      net = Math.addExact(net, signed);
      add(reading.kind(), signed, Optional.empty());
    }
    long tax = tax();
    add(
        reading.tax() == Tax.CLAIMED_BACK ? Bill.Kind.INPUT_VAT : reading.kind(),
        tax,
        Optional.empty());
    requireTotals(net, tax);
    document
        .find("LegalMonetaryTotal", "PayableRoundingAmount")
        .ifPresent(rounding -> add(Bill.Kind.EXPENSE, amount(rounding).minor(), Optional.empty()));
    XmlElement id = document.at("ID");
    return new ToldBill(
        document.line(), reference(id), currency, day(document.at("IssueDate")), due(), items);
  }

  private List<XmlElement> lines() {
    List<XmlElement> lines =
        Stream.of("InvoiceLine", "CreditNoteLine").flatMap(document::all).toList();
    if (lines.isEmpty()) {
      throw document.expected("at least one InvoiceLine or CreditNoteLine");
    }
    return lines;
  }

  /** A line's item takes the sign of the document. */
  private void add(Bill.Kind kind, long minor, Optional<Reference> forWhat) {
    if (minor != 0) {
      items.add(new ToldBill.Item(kind, isCredit() ? Math.negateExact(minor) : minor, forWhat));
    }
  }

  /** A parcel's number as carriers write it; for goods, the delivery note. */
  private Optional<Reference> forWhat(XmlElement line) {
    return line.all("Item", "AdditionalItemProperty")
        .filter(property ->
            property
                .text("Name")
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .filter(name -> name.startsWith("tracking") || name.startsWith("shipment"))
                .isPresent())
        .flatMap(property -> property.text("Value").stream())
        .findFirst()
        .or(() -> line.text("DocumentReference", "ID"))
        .or(() -> line.text("DespatchLineReference", "DocumentReference", "ID"))
        .or(() ->
            reading.kind() == Bill.Kind.GOODS
                ? document.text("DespatchDocumentReference", "ID")
                : Optional.empty())
        .filter(text -> text.length() <= LONGEST)
        .filter(text -> text.chars().noneMatch(Character::isISOControl))
        .map(Reference::new);
  }

  private static boolean isCharge(XmlElement extra) {
    XmlElement indicator = extra.at("ChargeIndicator");
    return switch (indicator.text()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw indicator.expected("true or false");
    };
  }

  /** A second total may tell the tax in the currency of the tax report. */
  private long tax() {
    return document
        .all("TaxTotal")
        .map(total -> total.at("TaxAmount"))
        .filter(amount -> amount.attributes().equals(Map.of("currencyID", currency.value())))
        .findFirst()
        .map(amount -> amount(amount).minor())
        .orElse(0L);
  }

  private void requireTotals(long net, long tax) {
    XmlElement totals = document.at("LegalMonetaryTotal");
    requireTotal(totals, "TaxExclusiveAmount", net, "the lines with allowances and charges");
    requireTotal(totals, "TaxInclusiveAmount", Math.addExact(net, tax), "the lines and the tax");
  }

  private void requireTotal(XmlElement totals, String name, long minor, String of) {
    totals
        .find(name)
        .filter(total -> amount(total).minor() != minor)
        .ifPresent(total -> {
          throw total.expected(
              "the sum of "
                  + of
                  + ", which is "
                  + new Money(minor, currency)
                  + "; the bill does not add up, so ask for a new one");
        });
  }

  private Optional<LocalDate> due() {
    return document
        .find("DueDate")
        .or(() -> document.find("PaymentMeans", "PaymentDueDate"))
        .or(() -> document.find("PaymentTerms", "PaymentDueDate"))
        .map(UblBill::day);
  }

  private static Reference reference(XmlElement element) {
    try {
      return new Reference(element.text());
    } catch (IllegalArgumentException e) {
      throw element.expected("the number of the bill");
    }
  }

  private static LocalDate day(XmlElement element) {
    String text = element.text();
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException e) {
      throw element.expected("a date such as 2026-10-31");
    }
  }

  private Money amount(XmlElement element) {
    String told = element.attributes().getOrDefault("currencyID", currency.value());
    if (!told.equals(currency.value())) {
      throw element.expected("an amount in " + currency + ", the currency of the document");
    }
    return WrittenAmount.plain(element.text(), currency)
        .orElseThrow(() -> element.expected("an amount such as 12.34, exact in " + currency));
  }

  private static CurrencyCode currency(XmlElement element) {
    try {
      return new CurrencyCode(element.text());
    } catch (IllegalArgumentException e) {
      throw element.expected("a currency such as EUR");
    }
  }
}
