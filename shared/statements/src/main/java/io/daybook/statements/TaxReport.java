package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.Money;
import io.daybook.ledger.Step;
import io.daybook.statements.TableReport.Cell;
import io.daybook.statements.TableReport.Column;
import io.daybook.statements.TableReport.Row;
import io.daybook.statements.TableReport.Section;
import io.daybook.statements.TableReport.Side;
import io.daybook.statements.TableReport.Standing;
import io.daybook.statements.TaxFigures.Bridge;
import io.daybook.statements.TaxFigures.Line;
import io.daybook.statements.TaxFigures.Owed;
import io.daybook.statements.TaxFigures.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tax of a period by jurisdiction and rate, as the platforms told it and by its tax point, with the bridge to the
 * balance of 2010 (rule A4, section 11). What is owed is positive.
 */
public final class TaxReport {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Regime", Side.LEFT),
          new Column("Jurisdiction", Side.LEFT),
          new Column("Rate", Side.LEFT),
          new Column("What", Side.LEFT),
          new Column("Currency", Side.LEFT),
          new Column("Net", Side.RIGHT),
          new Column("Tax", Side.RIGHT),
          new Column("Value", Side.RIGHT));
  private static final String BRIDGE = "From the tax of the period to the balance of 2010";

  private final CurrencyCode currency;

  private TaxReport(CurrencyCode currency) {
    this.currency = currency;
  }

  /**
   * Reports.
   *
   * @param currency the book's, in which values are
   * @param from the first day
   * @param to the last day
   * @param knownAt only what was known then, if given
   * @param entries all entries of the book that were known, whatever their day: what is told late counts later and is due here
   */
  public static TableReport of(
      Book book,
      CurrencyCode currency,
      LocalDate from,
      LocalDate to,
      Optional<Instant> knownAt,
      List<Step> entries) {
    TaxFigures figures = new TaxFigures(from, to);
    entries.forEach(figures::add);
    TaxReport report = new TaxReport(currency);
    List<Section> sections = new ArrayList<>();
    for (Part part : Part.values()) {
      sections.add(new Section(part.heading(), report.rows(part, figures.lines(part))));
    }
    sections.add(new Section(BRIDGE, report.bridge(figures.bridges())));
    return new TableReport(
        "Tax report",
        List.of(
            book.name()
                + ", "
                + from
                + " to "
                + to
                + knownAt.map(at -> ", as known at " + at).orElse(""),
            "Tax as the platforms told it, never recomputed; net is tax divided by its rate, but for"
                + " sales without tax, whose net is told. Values are in "
                + currency
                + "."),
        COLUMNS,
        sections);
  }

  private List<Row> rows(Part part, SortedMap<Line, Owed> lines) {
    List<Row> rows = new ArrayList<>();
    SortedMap<CurrencyCode, Owed> totals = new TreeMap<>();
    lines.forEach((line, owed) -> {
      if (owed.minor() != 0 || owed.valueMinor() != 0) {
        rows.add(row(part, line, owed));
        totals.merge(line.currency(), owed, TaxReport::plus);
      }
    });
    if (part == Part.DUE || part == Part.EXEMPT) {
      totals.forEach((of, owed) -> rows.add(total(part, of, owed)));
    }
    return rows;
  }

  private static Owed plus(Owed one, Owed other) {
    return new Owed(
        Math.addExact(one.minor(), other.minor()),
        Math.addExact(one.valueMinor(), other.valueMinor()));
  }

  private Row row(Part part, Line line, Owed owed) {
    Money amount = new Money(owed.minor(), line.currency());
    boolean base = part == Part.EXEMPT;
    return new Row(
        Standing.ITEM,
        List.of(
            new Cell.Text(line.regime()),
            new Cell.Text(line.jurisdiction()),
            new Cell.Text(line.rate()),
            new Cell.Text(line.detail()),
            new Cell.Text(line.currency().value()),
            base ? new Cell.Amount(amount) : net(amount, line.rate()),
            base ? new Cell.Blank() : new Cell.Amount(amount),
            value(owed.valueMinor())));
  }

  private Row total(Part part, CurrencyCode of, Owed owed) {
    Cell amount = new Cell.Amount(new Money(owed.minor(), of));
    boolean base = part == Part.EXEMPT;
    return new Row(
        Standing.TOTAL,
        List.of(
            new Cell.Text("Total"),
            new Cell.Blank(),
            new Cell.Blank(),
            new Cell.Blank(),
            new Cell.Text(of.value()),
            base ? amount : new Cell.Blank(),
            base ? new Cell.Blank() : amount,
            value(owed.valueMinor())));
  }

  private Cell value(long minor) {
    return new Cell.Amount(new Money(minor, currency));
  }

  private static Cell net(Money tax, String rate) {
    BigDecimal fraction;
    try {
      fraction = rate.isEmpty() ? BigDecimal.ZERO : new BigDecimal(rate);
    } catch (NumberFormatException _) {
      return new Cell.Blank();
    }
    return fraction.signum() <= 0
        ? new Cell.Blank()
        : new Cell.Amount(
            new Money(
                BigDecimal.valueOf(tax.minor())
                    .divide(fraction, 0, RoundingMode.HALF_UP)
                    .longValueExact(),
                tax.currency()));
  }

  private List<Row> bridge(SortedMap<AccountCode, Map<Bridge, Long>> bridges) {
    List<Row> rows = new ArrayList<>();
    bridges.forEach((account, lines) -> {
      for (Bridge line : Bridge.values()) {
        long minor = lines.getOrDefault(line, 0L);
        if (minor != 0 || line == Bridge.AFTER) {
          rows.add(bridge(account, line, minor));
        }
      }
    });
    return rows;
  }

  private Row bridge(AccountCode account, Bridge line, long minor) {
    return new Row(
        Standing.ITEM,
        List.of(
            new Cell.Blank(),
            new Cell.Text(account.toString()),
            new Cell.Blank(),
            new Cell.Text(line.words()),
            new Cell.Text(currency.value()),
            new Cell.Blank(),
            new Cell.Blank(),
            value(minor)));
  }
}
