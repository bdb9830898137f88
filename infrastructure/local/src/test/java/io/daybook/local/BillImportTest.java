package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.acts.Telling;
import io.daybook.books.acts.Who;
import io.daybook.books.bank.Mappings;
import io.daybook.books.bill.BillIntake;
import io.daybook.books.bill.BillRefused;
import io.daybook.books.bill.BillRequest;
import io.daybook.books.bill.ImportedBills;
import io.daybook.books.bill.ImportedBills.Outcome;
import io.daybook.events.Bill;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Label;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Balances;
import io.daybook.ledger.InboxStore;
import io.daybook.sources.bill.BillReading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bills from the file to entries. */
class BillImportTest {
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final Who KEEPER = new Who("A. Keeper", "a bill came in");

  private static final String CARRIER =
      """
      number,date,tracking,net
      INV-77,2026-10-31,1Z1,7.35
      INV-77,2026-10-31,1Z1,0.40
      """;

  private static final String SUPPLIER =
      """
      <Invoice><ID>R-815</ID><IssueDate>2026-10-20</IssueDate><DueDate>2026-11-03</DueDate><DocumentCurrencyCode>USD</DocumentCurrencyCode>
      <TaxTotal><TaxAmount currencyID="USD">203.30</TaxAmount></TaxTotal>
      <LegalMonetaryTotal><TaxExclusiveAmount currencyID="USD">70.00</TaxExclusiveAmount><TaxInclusiveAmount currencyID="USD">273.30</TaxInclusiveAmount></LegalMonetaryTotal>
      <InvoiceLine><LineExtensionAmount currencyID="USD">50.00</LineExtensionAmount></InvoiceLine>
      <InvoiceLine><LineExtensionAmount currencyID="USD">20.00</LineExtensionAmount></InvoiceLine></Invoice>
      """;

  @TempDir Path folder;
  private TestHub hub;

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder, Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC));
    new Mappings(hub.hub().deployment().stores().state(TestHub.BOOK))
        .save(
            Mappings.Kind.BILL,
            "ups",
            Map.of(
                "number",
                "number",
                "issued",
                "date",
                "due-days",
                "14",
                "amount",
                "net",
                "currency",
                "USD",
                "for",
                "tracking"));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private void tellLabel() throws Exception {
    Telling.Result _ =
        new Telling(
                hub.hub().deployment(),
                TestHub.BOOK,
                message -> {
                  InboxStore.Put _ = hub.hub().tell(TestHub.BOOK, message);
                })
            .tell(
                List.of(
                    new Label(
                        new Origin("carrier", "ups"),
                        new Reference("1Z1"),
                        1,
                        Label.Purpose.OUTBOUND,
                        PaidFrom.ACCOUNT,
                        USD,
                        735,
                        Optional.of(Instant.parse("2026-10-10T12:00:00Z")),
                        Optional.empty())),
                KEEPER);
  }

  private ImportedBills take(String text, String biller, Bill.Kind kind) throws BillRefused {
    return new BillIntake(
            hub.hub().deployment(),
            TestHub.BOOK,
            message -> {
              InboxStore.Put _ = hub.hub().tell(TestHub.BOOK, message);
            })
        .take(
            "bill",
            text.getBytes(StandardCharsets.UTF_8),
            new BillRequest(biller, kind, BillReading.Tax.CLAIMED_BACK, Optional.empty()),
            KEEPER);
  }

  private long minor(String account) {
    return Balances.unsealed(
            hub.hub().deployment().stores().ledger(TestHub.BOOK), Clock.systemUTC())
        .minor(AccountCode.parse(account), USD, LocalDate.of(2026, 10, 31));
  }

  @Test
  @Tag("accounting-23")
  void aCarriersBillUsesUpWhatWasAccruedForItsLabels() throws Exception {
    tellLabel();
    assertThat(minor("2005")).isEqualTo(-735);

    ImportedBills.One one = take(CARRIER, "ups", Bill.Kind.CARRIAGE).bills().getFirst();

    assertThat(one.outcome()).isEqualTo(Outcome.NEW);
    assertThat(one.dueOn()).isEqualTo("2026-11-14");
    assertThat(minor("2005")).isZero();
    assertThat(minor("5100")).isEqualTo(775);
    assertThat(minor("2000:ups")).isEqualTo(-775);
  }

  @Test
  @Tag("accounting-23")
  void theSameBillAgainTellsNothingAndACorrectedOnePostsTheDifference() throws Exception {
    tellLabel();
    take(CARRIER, "ups", Bill.Kind.CARRIAGE);
    int kept = hub.kept();

    assertThat(take(CARRIER, "ups", Bill.Kind.CARRIAGE).bills().getFirst().outcome())
        .isEqualTo(Outcome.KNOWN);
    assertThat(hub.kept()).isEqualTo(kept);

    assertThat(
            take(CARRIER.replace("0.40", "0.50"), "ups", Bill.Kind.CARRIAGE)
                .bills()
                .getFirst()
                .outcome())
        .isEqualTo(Outcome.CORRECTED);
    assertThat(minor("2005")).isZero();
    assertThat(minor("2000:ups")).isEqualTo(-785);
  }

  @Test
  @Tag("accounting-86")
  void aForwardersInvoiceBecomesStockAndInputTax() throws Exception {
    take(SUPPLIER, "forwarder", Bill.Kind.LANDED_COST);

    assertThat(minor("1300")).isEqualTo(7000);
    assertThat(minor("1330")).isEqualTo(20330);
    assertThat(minor("2000:forwarder")).isEqualTo(-27330);
  }

  @Test
  void aBillOfManyParcelsIsToldInParts() throws Exception {
    StringBuilder many = new StringBuilder("number,date,tracking,net\n");
    for (int parcel = 0; parcel < 200; parcel++) {
      many.append("INV-9,2026-10-31,P" + parcel + ",1.00\n");
    }

    assertThat(take(many.toString(), "ups", Bill.Kind.CARRIAGE).bills())
        .extracting(ImportedBills.One::number)
        .containsExactly("INV-9", "INV-9 (2)", "INV-9 (3)");
    assertThat(minor("2000:ups")).isEqualTo(-20000);
  }

  @Test
  void aFileThatCannotBeReadTellsNothing() {
    assertThatThrownBy(() -> take("number,date\n1,2\n", "ups", Bill.Kind.CARRIAGE))
        .isInstanceOf(BillRefused.class)
        .hasMessageContaining("bill:1: column tracking")
        .hasMessageContaining("bill:1: column net");
    assertThat(hub.kept()).isZero();
  }
}
