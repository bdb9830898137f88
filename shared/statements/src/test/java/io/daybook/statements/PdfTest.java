package io.daybook.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.reconciliation.PayoutStatement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfTest {
  /** The text of each page without blanks: the extractor does not see the space between two cells. */
  private static List<String> pages(Report report) throws IOException {
    try (PdfReader reader = new PdfReader(Reports.bytes(report, StatementFormat.PDF))) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        pages.add(extractor.getTextFromPage(page).replaceAll("\\s+", ""));
      }
      return pages;
    }
  }

  private static void says(String page, String... phrases) {
    for (String phrase : phrases) {
      assertThat(page).as(phrase).contains(phrase.replace(" ", ""));
    }
  }

  @Test
  @Tag("failure-17")
  void theFirstPageSumsUpAndTheRestListsTheTransactions() throws IOException {
    List<String> pages = pages(new PayoutReport(SamplePayouts.small()));
    assertThat(pages).hasSize(2);
    says(
        pages.getFirst(),
        "Payout statement",
        "RECONCILED",
        "1,180.42 USD",
        "Issued on (Europe/Berlin) 2026-10-26",
        "It arrived at the bank on 2026-10-28 (Europe/Berlin)",
        "Closing balance 99.09",
        "Bank line 2026-10-28/0042");
    says(
        pages.getLast(),
        "txn_3OqXh2eZvKYlo2C0000004",
        "-101.00",
        "Total of 6 transactions",
        "Time (Europe/Berlin)",
        "2026-10-25 02:30 +02:00",
        "2026-10-25 02:30 +01:00",
        "2026-10-25 12:00 Dispute");
  }

  @Test
  void aLongListRepeatsItsHeaderOnEveryPageAndEndsWithItsTotal() throws IOException {
    PayoutStatement statement = SamplePayouts.large();
    List<String> pages = pages(new PayoutReport(statement));
    assertThat(pages).hasSize(4);
    pages
        .subList(1, 4)
        .forEach(page -> says(page, "Time (Europe/Berlin) What Transaction Reference"));
    String total = PrintedMoney.number(statement.proof().totalMinor(), statement.currency());
    says(pages.getLast(), "Total of 117 transactions", "Not in this payout", total);
    pages.forEach(page -> says(page, "payout po_1OqYcleZvKYlo2CUSD"));
  }

  @Test
  void aDifferenceIsSaidInWordsAndInTheSums() throws IOException {
    says(
        pages(new PayoutReport(SamplePayouts.withDifference())).getFirst(),
        "DIFFERENCE",
        "Does not tie: 12.34 EUR of the payout of 1,192.76 EUR",
        "Difference 12.34",
        "Difference to the payout -0.50");
  }

  @Test
  void aPayoutThatDebitsTheBankAndOneInYenReadRight() throws IOException {
    says(
        pages(new PayoutReport(SamplePayouts.negative())).getFirst(),
        "IN TRANSIT",
        "-230.88 USD",
        "This payout 230.88",
        "No bank line shows the arrival yet.");
    says(
        pages(new PayoutReport(SamplePayouts.yen())).getFirst(),
        "1,180,420 JPY",
        "This payout -1,180,420",
        "Difference 0");
    says(
        pages(new PayoutReport(SamplePayouts.dinar())).getFirst(),
        "PENDING",
        "This payout (pending) 0.000",
        "has not left the balance at Stripe");
    says(
        pages(new PayoutReport(SamplePayouts.unattributed())).getFirst(),
        "UNATTRIBUTED",
        "Not attributed yet 500.00");
  }

  @Test
  void theTrialBalanceTies() throws IOException {
    says(
        pages(Reports.trialBalance()).getFirst(),
        "As of 2026-10-31 (end of day, Europe/Berlin), as known at 2026-11-12T10:30:00+01:00",
        "Debit USD Credit USD In its currency",
        "1010:stripe Clearing: stripe asset 109.00 -100.00 EUR",
        "1010:stripe Clearing: stripe asset 0.10",
        "Total 1,234,685.99 1,234,685.99");
  }

  @Test
  void aTrialBalanceThatIsSplitSaysByWhatAndOfEachRowWhich() throws IOException {
    says(
        pages(Reports.trialBalanceByLocation()).getFirst(),
        "Account Name Location Type Debit USD Credit USD",
        "4000 Product sales 655441491 revenue 200.00",
        "Total 1,200.00 1,200.00");
    says(
        pages(Reports.foreignByLocation()).getFirst(),
        "Debit USD Credit USD In its currency",
        "4000 Product sales 655441491 revenue 100.00 -15,000 JPY",
        "Total 1,100.00 1,100.00");
    assertThat(pages(Reports.trialBalanceByLocation()).getFirst()).doesNotContain("Initscurrency");
  }

  @Test
  void noTimeOfCreationIsKept() throws IOException {
    try (PdfReader reader =
        new PdfReader(Reports.bytes(Reports.trialBalance(), StatementFormat.PDF))) {
      assertThat(reader.getInfo())
          .containsEntry("Title", "Trial balance blue-cup")
          .doesNotContainKeys("CreationDate", "ModDate");
    }
  }
}
