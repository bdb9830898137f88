package io.daybook.statements;

import static io.daybook.statements.SampleBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Exemption;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.TaxMark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rule A4: what is due follows the tax point, the balance follows the entry, and the bridge leads from one to the other. */
@Tag("accounting-A4")
class TaxReportTest {
  private static final Origin SHOP = Origin.parse("shopify:blue-cup");
  private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
  private static final LocalDate TO = LocalDate.of(2026, 10, 31);
  private static final AccountCode NY = AccountCode.of(2010, "US-NY");
  private static final AccountCode FR = AccountCode.of(2010, "OSS-FR");

  private int number;

  private static TaxMark mark(String point, String regime, String jurisdiction, String rate) {
    return new TaxMark(
        point.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(point)),
        regime,
        jurisdiction,
        rate,
        Optional.empty());
  }

  private static Leg credit(AccountCode account, long minor, Optional<TaxMark> mark) {
    Leg leg = Leg.credit(account, new Money(minor, USD));
    return mark.map(leg::marked).orElse(leg);
  }

  /** An entry that counts on a day, its other side on 1100. */
  private Step step(SubjectId.Kind kind, String day, Leg... legs) {
    List<Leg> all = new ArrayList<>(List.of(legs));
    long sum = all.stream().mapToLong(Leg::minor).sum();
    all.add(Leg.credit(AccountCode.of(1100), new Money(sum == 0 ? 1 : sum, USD)));
    if (sum == 0) {
      all.add(Leg.debit(AccountCode.of(1200), new Money(1, USD)));
    }
    number++;
    LocalDate on = LocalDate.parse(day);
    return new Step(
        new SubjectId(kind, SHOP, "s" + number),
        1,
        Instant.parse(day + "T12:00:00Z"),
        1,
        List.of(),
        Optional.of(new Entry("o", "m", Instant.parse(day + "T12:00:00Z"), on, on, all)));
  }

  private Step order(String day, Leg... legs) {
    return step(SubjectId.Kind.ORDER, day, legs);
  }

  private static Optional<TaxMark> newYork(String point) {
    return Optional.of(mark(point, "US", "US-NY", "0.08"));
  }

  private List<Step> book() {
    Optional<TaxMark> held = Optional.of(mark("", "OSS", "OSS-FR", "0.20"));
    Optional<TaxMark> supplied = Optional.of(mark("2026-10-09", "OSS", "OSS-FR", "0.20"));
    Optional<TaxMark> exempt =
        Optional.of(
            new TaxMark(
                Optional.of(LocalDate.of(2026, 10, 4)),
                "EU",
                "",
                "0",
                Optional.of(new Exemption("reverse-charge", "VIES-1"))));
    return List.of(
        step(SubjectId.Kind.OPENING, "2026-09-30", credit(NY, 2400, Optional.empty())),
        order("2026-09-30", credit(FR, 2000, held)),
        order("2026-10-02", credit(NY, 784, newYork("2026-10-02"))),
        order("2026-10-03", credit(NY, -64, newYork("2026-10-03"))),
        order("2026-10-09", credit(FR, -2000, held), credit(FR, 2000, supplied)),
        order("2026-10-04", credit(AccountCode.of(2100), 9800, exempt)),
        order(
            "2026-10-05",
            credit(
                AccountCode.of(2020), 600, Optional.of(mark("2026-10-05", "US", "US-CA", "0.06")))),
        // Told after September was closed, and after October was.
        order("2026-10-01", credit(NY, 80, newYork("2026-09-29"))),
        order("2026-11-01", credit(NY, 40, newYork("2026-10-30"))),
        step(
            SubjectId.Kind.TAX_RETURN,
            "2026-10-20",
            credit(NY, -2400, Optional.empty()),
            credit(AccountCode.of(2018, "US-NY"), 2395, Optional.empty())
                .under(new Reference("2026-09"))),
        step(
            SubjectId.Kind.BANK_LINE,
            "2026-10-25",
            credit(AccountCode.of(2018, "US-NY"), -2395, Optional.empty())
                .under(new Reference("2026-09"))),
        step(
            SubjectId.Kind.BILL,
            "2026-10-12",
            credit(AccountCode.of(1330), -570, Optional.empty())),
        step(SubjectId.Kind.MANUAL, "2026-10-13", credit(NY, -5, Optional.empty())));
  }

  private TableReport report() {
    return TaxReport.of(new Book("blue-cup"), USD, FROM, TO, Optional.empty(), book());
  }

  @Test
  @Tag("accounting-82")
  @Tag("accounting-83")
  @Tag("accounting-84")
  @Tag("accounting-85")
  @Tag("accounting-A12")
  void thePeriodIsReportedByTaxPointAndBridgedToTheBalance() {
    Golden.assertSame(
        "tax-report.csv",
        new String(Reports.bytes(report(), StatementFormat.CSV), StandardCharsets.UTF_8));
  }

  @Test
  void theBridgeEndsWithTheBalanceOf2010() {
    long balance = 0;
    for (Step step : book()) {
      for (Leg leg : step.entry().orElseThrow().legs()) {
        if (leg.account().equals(NY) && !step.entry().orElseThrow().day().isAfter(TO)) {
          balance -= leg.minor();
        }
      }
    }
    TaxFigures figures = new TaxFigures(FROM, TO);
    book().forEach(figures::add);
    Map<TaxFigures.Bridge, Long> lines = figures.bridges().getOrDefault(NY, Map.of());
    long after = lines.getOrDefault(TaxFigures.Bridge.AFTER, 0L);
    long led =
        lines.entrySet().stream()
            .filter(line -> line.getKey() != TaxFigures.Bridge.AFTER)
            .mapToLong(Map.Entry::getValue)
            .sum();

    assertThat(after).isEqualTo(balance).isEqualTo(795);
    assertThat(led).isEqualTo(after);
  }

  @Test
  void itCanBePrintedInEveryFormat() throws Exception {
    for (StatementFormat format : StatementFormat.values()) {
      assertThat(Reports.keep("tax", report(), format)).isNotEmptyFile();
    }
  }
}
