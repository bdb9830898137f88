package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Exemption;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.TaxMark;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the entries of a book say of the tax of a period: what became due in it by its tax point, and how that leads to the
 * balance of 2010, which follows the entries (rule A4). Amounts are what is owed: credits are positive.
 */
final class TaxFigures {
  private static final int TAX = 2010;
  private static final int COLLECTED_BY_OTHERS = 2020;
  private static final int INPUT = 1330;
  private static final int REVERSE_CHARGE = 2015;
  private static final int RETURNS = 2018;

  /** What tax is told apart by. */
  record Line(String regime, String jurisdiction, String rate, String detail, CurrencyCode currency)
      implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.comparing(Line::regime)
            .thenComparing(Line::jurisdiction)
            .thenComparing(Line::rate)
            .thenComparing(Line::detail)
            .thenComparing(Line::currency);

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }

  /** An amount in its own currency and in the book's. */
  record Owed(long minor, long valueMinor) {
    private static Owed of(Leg leg) {
      return new Owed(Math.negateExact(leg.minor()), Math.negateExact(leg.valueMinor()));
    }

    private Owed plus(Owed other) {
      return new Owed(
          Math.addExact(minor, other.minor), Math.addExact(valueMinor, other.valueMinor));
    }
  }

  /** A table of the report, but for the bridge. */
  enum Part {
    /** Due in the period. */
    DUE("Tax due in the period, by tax point"),
    /** Of what was due in earlier periods, what was told only now: a correction of their returns (rule A12). */
    EARLIER("Due in earlier periods, told in this one: for their corrections"),
    /** Sales that bear no tax, by their base. */
    EXEMPT("Exempt, export and reverse-charge sales"),
    /** Tax that a marketplace owes. */
    COLLECTED("Collected and owed by marketplaces: not in the own return"),
    /** Tax to be claimed, by the day it was posted. */
    INPUT("Input tax and self-assessed tax, by posting day"),
    /** What was filed and what of it was paid, by the day of filing or paying. */
    RETURNS("Returns filed and paid");

    private final String heading;

    Part(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }

  /** A line of the bridge from the period's tax to the balance. */
  enum Bridge {
    BEFORE("balance of 2010 before the period"),
    DUE("due in the period"),
    COUNTED_LATER("of it counted after the period, for it was told late"),
    EARLIER("due in earlier periods, counted in this one"),
    LATER("due in later periods, counted in this one"),
    HELD("held until supply"),
    FILED("returns filed"),
    OTHER("other entries: openings, entries by hand"),
    AFTER("balance of 2010 at the end of the period");

    private final String words;

    Bridge(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final LocalDate from;
  private final LocalDate to;
  private final Map<Part, SortedMap<Line, Owed>> parts = new EnumMap<>(Part.class);
  private final SortedMap<AccountCode, Map<Bridge, Long>> bridges = new TreeMap<>();

  /** Of the days from and to, both included. */
  TaxFigures(LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to;
  }

  SortedMap<Line, Owed> lines(Part part) {
    return parts.getOrDefault(part, new TreeMap<>());
  }

  /** By account of 2010, values in the book's currency. */
  SortedMap<AccountCode, Map<Bridge, Long>> bridges() {
    return bridges;
  }

  void add(Step step) {
    step.entry().ifPresent(entry -> entry.legs().forEach(leg -> add(step.subject(), entry, leg)));
  }

  private void add(SubjectId subject, Entry entry, Leg leg) {
    boolean now = within(entry.day());
    switch (leg.account().number()) {
      case TAX -> taxed(subject, entry, leg);
      case COLLECTED_BY_OTHERS ->
          leg.tax()
              .filter(mark -> mark.point().filter(this::within).isPresent())
              .ifPresent(mark -> put(Part.COLLECTED, line(mark, "", leg.currency()), leg));
      case INPUT, REVERSE_CHARGE -> {
        if (now && subject.kind() != SubjectId.Kind.TAX_RETURN) {
          String what =
              leg.account().number() == INPUT ? "input tax (1330)" : "self-assessed (2015)";
          put(Part.INPUT, new Line("", "", "", what, leg.currency()), leg);
        }
      }
      case RETURNS -> {
        if (now) {
          String what =
              (subject.kind() == SubjectId.Kind.TAX_RETURN ? "filed " : "paid ")
                  + leg.reference().map(Object::toString).orElse("");
          put(Part.RETURNS, new Line("", leg.account().qualifier(), "", what, leg.currency()), leg);
        }
      }
      default -> {}
    }
    leg.tax()
        .filter(mark -> mark.point().filter(this::within).isPresent())
        .ifPresent(mark ->
            mark.exemption()
                .ifPresent(why -> put(Part.EXEMPT, line(mark, words(why), leg.currency()), leg)));
  }

  private static String words(Exemption why) {
    return why.reason() + (why.evidence().isEmpty() ? "" : ", evidence " + why.evidence());
  }

  private static Line line(TaxMark mark, String detail, CurrencyCode currency) {
    return new Line(mark.regime(), mark.jurisdiction(), mark.rate(), detail, currency);
  }

  private void put(Part part, Line line, Leg leg) {
    Owed _ =
        parts.computeIfAbsent(part, _ -> new TreeMap<>()).merge(line, Owed.of(leg), Owed::plus);
  }

  private boolean within(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private void taxed(SubjectId subject, Entry entry, Leg leg) {
    Optional<LocalDate> point = leg.tax().flatMap(TaxMark::point);
    boolean due = point.filter(this::within).isPresent();
    if (due) {
      put(Part.DUE, line(leg.tax().orElseThrow(), "", leg.currency()), leg);
      bridge(leg, Bridge.DUE, 1);
      if (entry.day().isAfter(to)) {
        bridge(leg, Bridge.COUNTED_LATER, -1);
      }
    }
    if (!entry.day().isAfter(to)) {
      bridge(leg, Bridge.AFTER, 1);
    }
    if (entry.day().isBefore(from)) {
      bridge(leg, Bridge.BEFORE, 1);
      if (due) {
        bridge(leg, Bridge.LATER, -1);
      }
    } else if (within(entry.day()) && !due) {
      bridge(leg, why(subject, leg, point), 1);
    }
    boolean late = point.filter(day -> day.isBefore(from)).isPresent() && within(entry.day());
    if (late) {
      TaxMark mark = leg.tax().orElseThrow();
      String when = "tax point " + point.orElseThrow();
      put(Part.EARLIER, line(mark, when, leg.currency()), leg);
    }
  }

  private Bridge why(SubjectId subject, Leg leg, Optional<LocalDate> point) {
    if (leg.tax().isEmpty()) {
      return subject.kind() == SubjectId.Kind.TAX_RETURN ? Bridge.FILED : Bridge.OTHER;
    }
    return point.map(day -> day.isBefore(from) ? Bridge.EARLIER : Bridge.LATER).orElse(Bridge.HELD);
  }

  private void bridge(Leg leg, Bridge line, int sign) {
    long owed = Math.multiplyExact(leg.valueMinor(), -sign);
    Long _ =
        bridges
            .computeIfAbsent(leg.account(), _ -> new EnumMap<>(Bridge.class))
            .merge(line, owed, Math::addExact);
  }
}
