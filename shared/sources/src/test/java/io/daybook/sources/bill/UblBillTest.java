package io.daybook.sources.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Bill;
import io.daybook.events.Reference;
import io.daybook.sources.FileProblem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UblBillTest {
  private static final String INVOICE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:a" xmlns:cbc="urn:b">
        <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
        <cbc:ID>R-2026-0815</cbc:ID>
        <cbc:IssueDate>2026-10-31</cbc:IssueDate>
        <cbc:DueDate>2026-11-14</cbc:DueDate>
        <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
        <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
        <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Roasters, Erika Muster</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
        <cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">20.00</cbc:Amount></cac:AllowanceCharge>
        <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">5.00</cbc:Amount></cac:AllowanceCharge>
        <cac:TaxTotal><cbc:TaxAmount currencyID="SEK">199.00</cbc:TaxAmount></cac:TaxTotal>
        <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">21.85</cbc:TaxAmount></cac:TaxTotal>
        <cac:LegalMonetaryTotal>
          <cbc:TaxExclusiveAmount currencyID="EUR">115.00</cbc:TaxExclusiveAmount>
          <cbc:TaxInclusiveAmount currencyID="EUR">136.85</cbc:TaxInclusiveAmount>
          <cbc:PayableRoundingAmount currencyID="EUR">0.15</cbc:PayableRoundingAmount>
          <cbc:PayableAmount currencyID="EUR">137.00</cbc:PayableAmount>
        </cac:LegalMonetaryTotal>
        <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:LineExtensionAmount currencyID="EUR">92.65</cbc:LineExtensionAmount></cac:InvoiceLine>
        <cac:InvoiceLine><cbc:ID>2</cbc:ID><cbc:LineExtensionAmount currencyID="EUR">7.35</cbc:LineExtensionAmount>
          <cac:Item><cac:AdditionalItemProperty><cbc:Name>Tracking number</cbc:Name><cbc:Value>1Z999AA10123456784</cbc:Value></cac:AdditionalItemProperty></cac:Item>
        </cac:InvoiceLine>
      </ubl:Invoice>
      """;

  private static BillReading reading(Bill.Kind kind, BillReading.Tax tax) {
    return new BillReading(kind, tax, Optional.empty());
  }

  private static ToldBill read(String text, BillReading reading) {
    return switch (BillFiles.read("bill.xml", text.getBytes(StandardCharsets.UTF_8), reading)) {
      case BillFile.Bills read -> read.bills().getFirst();
      case BillFile.Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }

  private static FileProblem problem(String text) {
    return switch (BillFiles.read(
        "bill.xml",
        text.getBytes(StandardCharsets.UTF_8),
        reading(Bill.Kind.GOODS, BillReading.Tax.CLAIMED_BACK))) {
      case BillFile.Bills read -> throw new AssertionError(read.toString());
      case BillFile.Refused refused -> refused.problems().getFirst();
    };
  }

  @Test
  void linesAllowancesTaxAndRoundingBecomeItems() {
    ToldBill bill = read(INVOICE, reading(Bill.Kind.CARRIAGE, BillReading.Tax.CLAIMED_BACK));

    assertThat(bill.number()).isEqualTo(new Reference("R-2026-0815"));
    assertThat(bill.issuedOn()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(bill.dueOn()).contains(LocalDate.of(2026, 11, 14));
    assertThat(bill.items())
        .containsExactly(
            new ToldBill.Item(Bill.Kind.CARRIAGE, 9265, Optional.empty()),
            new ToldBill.Item(
                Bill.Kind.CARRIAGE, 735, Optional.of(new Reference("1Z999AA10123456784"))),
            new ToldBill.Item(Bill.Kind.CARRIAGE, 2000, Optional.empty()),
            new ToldBill.Item(Bill.Kind.CARRIAGE, -500, Optional.empty()),
            new ToldBill.Item(Bill.Kind.INPUT_VAT, 2185, Optional.empty()),
            new ToldBill.Item(Bill.Kind.EXPENSE, 15, Optional.empty()));
  }

  @Test
  void taxThatCannotBeClaimedBackIsCost() {
    assertThat(read(INVOICE, reading(Bill.Kind.EXPENSE, BillReading.Tax.COST)).items())
        .allSatisfy(item -> assertThat(item.kind()).isEqualTo(Bill.Kind.EXPENSE));
  }

  @Test
  void aCreditNoteIsNegative() {
    String credit =
        INVOICE
            .replace("ubl:Invoice", "ubl:CreditNote")
            .replace("InvoiceLine", "CreditNoteLine")
            .replace("<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>", "");

    assertThat(
            read(credit, reading(Bill.Kind.GOODS, BillReading.Tax.CLAIMED_BACK)).items().stream()
                .mapToLong(ToldBill.Item::minor)
                .sum())
        .isEqualTo(-13700);
  }

  @Test
  void aPeppolEnvelopeIsOpened() {
    String wrapped =
        "<StandardBusinessDocument><StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>"
            + INVOICE.substring(INVOICE.indexOf("<ubl:Invoice"))
            + "</StandardBusinessDocument>";

    assertThat(read(wrapped, reading(Bill.Kind.GOODS, BillReading.Tax.CLAIMED_BACK)).items())
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">115.00< | >115.01< | 15 | Invoice/LegalMonetaryTotal/TaxExclusiveAmount",
        ">21.85< | >21.86< | 16 | Invoice/LegalMonetaryTotal/TaxInclusiveAmount",
        ">7.35< | >7.355< | 21 | Invoice/InvoiceLine/LineExtensionAmount",
        ">2026-10-31< | >31.10.2026< | 5 | Invoice/IssueDate",
        ">EUR< | >Euro< | 8 | Invoice/DocumentCurrencyCode",
        "<cbc:ID>R-2026-0815</cbc:ID> | '' | 2 | Invoice/ID",
      })
  void whatDoesNotAddUpOrIsMissingIsRefused(String good, String bad, int line, String field) {
    assertThat(INVOICE).contains(good);

    assertThat(problem(INVOICE.replace(good, bad)))
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.field()).isEqualTo(field);
        });
  }

  @Test
  void otherElectronicInvoicesEntitiesAndCutFilesAreRefused() {
    assertThat(problem("<CrossIndustryInvoice/>").expected()).contains("ZUGFeRD");
    assertThat(problem("<!DOCTYPE a [<!ENTITY b \"c\">]><Invoice>&b;</Invoice>").field())
        .isEqualTo("DOCTYPE");
    assertThat(problem(INVOICE.substring(0, 900)).expected()).contains("well-formed");
    assertThat(problem("").expected()).contains("UBL 2.1");
    assertThat(List.of(problem("a,b"))).hasSize(1);
  }
}
