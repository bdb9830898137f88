package io.daybook.statements;

import static io.daybook.statements.SampleBooks.EUR;
import static io.daybook.statements.SampleBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is owed, by how long it is overdue. */
@Tag("accounting-23")
@Tag("accounting-86")
class AgeingTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

  private static Ageing.Item owed(
      String account, String reference, String since, String due, Money money) {
    return new Ageing.Item(
        AccountCode.parse(account), reference, LocalDate.parse(since), LocalDate.parse(due), money);
  }

  private static TableReport report() {
    return Ageing.of(
        new Book("blue-cup"),
        AS_OF,
        List.of(
            owed("2000:ups", "INV-1", "2026-10-20", "2026-11-03", new Money(775, USD)),
            owed("2000:roaster", "R-9", "2026-09-01", "2026-10-01", new Money(100_000, USD)),
            owed("2000:roaster", "R-8", "2026-08-01", "2026-09-30", new Money(5_000, USD)),
            owed("2000:roaster", "R-7", "2026-06-01", "2026-07-01", new Money(-1_500, USD)),
            owed("2000:mill", "M-1", "2026-08-03", "2026-08-03", new Money(2_000, EUR)),
            owed("2005", "shp_1", "2026-10-12", "2026-10-12", new Money(620, USD))));
  }

  @Test
  void billsStandInTheColumnOfTheDaysThatTheyAreOverdue() {
    Golden.assertSame(
        "payables-ageing.csv",
        new String(Reports.bytes(report(), StatementFormat.CSV), StandardCharsets.UTF_8));
  }

  @Test
  void nothingOwedIsSaid() {
    TableReport none = Ageing.of(new Book("blue-cup"), AS_OF, List.of());

    assertThat(none.sections()).singleElement().satisfies(one -> assertThat(one.rows()).isEmpty());
  }

  @Test
  void itCanBePrintedInEveryFormat() throws Exception {
    for (StatementFormat format : StatementFormat.values()) {
      assertThat(Reports.keep("ageing", report(), format)).isNotEmptyFile();
    }
  }
}
