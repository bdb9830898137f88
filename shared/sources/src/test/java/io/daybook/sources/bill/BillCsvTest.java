package io.daybook.sources.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Bill;
import io.daybook.events.Reference;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BillCsvTest {
  private static final Map<String, String> CARRIER =
      Map.ofEntries(
          Map.entry("number", "Invoice Number"),
          Map.entry("issued", "Invoice Date"),
          Map.entry("date-format", "MM/dd/yyyy"),
          Map.entry("due-days", "14"),
          Map.entry("amount", "Net Amount"),
          Map.entry("tax", "VAT"),
          Map.entry("currency", "USD"),
          Map.entry("for", "Tracking Number"),
          Map.entry("kind", "Charge"),
          Map.entry("kind-words", "Duty:DUTY"));

  private static final String FILE =
      """
      Invoice Number,Invoice Date,Tracking Number,Charge,Net Amount,VAT
      INV-77,10/31/2026,1Z1,Freight,7.35,
      INV-77,10/31/2026,1Z1,Address correction,0.40,
      INV-77,10/31/2026,1Z2,Duty,3.40,0.10
      INV-78,10/31/2026,1Z3,Freight,-2.00,
      """;

  static BillMapping mapping(Map<String, String> settings) {
    return switch (BillMapping.parse(settings)) {
      case BillMapping.Parsed.Mapping parsed -> parsed.mapping();
      case BillMapping.Parsed.Wrong wrong -> throw new AssertionError(wrong.problems().toString());
    };
  }

  private static BillFile read(String text) {
    return BillFiles.read(
        "bill.csv",
        text.getBytes(StandardCharsets.UTF_8),
        new BillReading(
            Bill.Kind.CARRIAGE, BillReading.Tax.CLAIMED_BACK, Optional.of(mapping(CARRIER))));
  }

  @Test
  void rowsOfOneNumberAreOneBill() {
    assertThat(read(FILE))
        .isInstanceOfSatisfying(
            BillFile.Bills.class,
            read -> {
              assertThat(read.bills())
                  .extracting(bill -> bill.number().value())
                  .containsExactly("INV-77", "INV-78");
              assertThat(read.bills().getFirst().dueOn()).contains(LocalDate.of(2026, 11, 14));
              assertThat(read.bills().getFirst().items())
                  .containsExactly(
                      item(Bill.Kind.CARRIAGE, 735, "1Z1"),
                      item(Bill.Kind.CARRIAGE, 40, "1Z1"),
                      item(Bill.Kind.DUTY, 340, "1Z2"),
                      new ToldBill.Item(Bill.Kind.INPUT_VAT, 10, Optional.empty()));
            });
  }

  private static ToldBill.Item item(Bill.Kind kind, long minor, String what) {
    return new ToldBill.Item(kind, minor, Optional.of(new Reference(what)));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsLine() {
    assertThat(read(FILE.replace("0.40", "0.405").replace("-2.00", "two")))
        .isInstanceOfSatisfying(
            BillFile.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(problem -> problem.line() + " " + problem.field())
                    .containsExactly("3 Net Amount", "5 Net Amount"));
  }

  @Test
  void everythingThatIsWrongWithAMappingIsSaidAtOnce() {
    assertThat(BillMapping.parse(Map.of("kind-words", "Duty:TAX", "due-days", "soon")))
        .isInstanceOfSatisfying(
            BillMapping.Parsed.Wrong.class,
            wrong ->
                assertThat(wrong.problems())
                    .extracting(problem -> problem.split(":", 2)[0])
                    .containsExactly(
                        "number", "issued", "due-days", "amount", "currency", "kind-words"));
  }
}
