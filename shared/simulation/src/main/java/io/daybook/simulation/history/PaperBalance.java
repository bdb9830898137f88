package io.daybook.simulation.history;

import io.daybook.events.Fulfilment;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.simulation.history.PaperPiece.Kind;
import io.daybook.simulation.history.PaperPiece.Worth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an order's pieces stand at on paper. Amounts wait on 2100 until their units pass to the customer; what passes unpaid
 * stands on 1100; tax is owed from the payment on. Books of cash earn by payments alone.
 */
final class PaperBalance {
  /** What a parcel's passing came to, to be taken back. */
  private record Line(int account, long minor) {}

  private final OrderState order;
  private final Habits habits;
  private final LocalDate today;
  private final Page page;
  private final boolean cash;
  private final List<PaperPiece> pieces = new ArrayList<>();
  private final Map<String, List<Line>> byParcel = new HashMap<>();
  private final Map<String, List<PaperPiece>> shippingBy = new HashMap<>();
  private Portion paid = Portion.NONE;
  private Portion givenBack = Portion.NONE;
  private long receivable;
  private long extrasOpen;
  private int servedDays;

  PaperBalance(OrderState order, Habits habits, LocalDate today, Page page) {
    this.order = order;
    this.habits = habits;
    this.today = today;
    this.page = page;
    this.cash = habits.basis() == Habits.Basis.CASH;
    order.lines().forEach(line -> pieces.add(PaperPiece.of(line)));
    order.shipping().forEach(line -> pieces.add(PaperPiece.of(line)));
    this.extrasOpen = order.tipMinor() + order.dutiesMinor();
  }

  PaperPiece only() {
    NotWhole.unless(pieces.size() == 1, "there is more than one line");
    return pieces.getFirst();
  }

  PaperPiece line(String id) {
    return pieces.stream()
        .filter(piece -> piece.id.equals(id) && piece.kind != Kind.SHIPPING)
        .findFirst()
        .orElseThrow(() -> new NotWhole("no line " + id));
  }

  private List<PaperPiece> goods() {
    return pieces.stream().filter(piece -> piece.kind == Kind.GOODS).toList();
  }

  private List<PaperPiece> shipping() {
    return pieces.stream().filter(piece -> piece.kind == Kind.SHIPPING).toList();
  }

  /** First what passed unpaid; the rest pays the same portion of all that is open. */
  void pay(Instant at, long minor) {
    long settled = Math.min(minor, receivable);
    receivable -= settled;
    page.credit(at, 1100, settled);
    long rest = minor - settled;
    long open = paid.rest(extrasOpen);
    for (PaperPiece piece : pieces) {
      open += paid.rest(unpaid(piece).total());
    }
    if (rest == 0) {
      return;
    }
    NotWhole.unless(
        rest == open || (rest < open && paid.equals(Portion.NONE)), "a payment is missing");
    Portion before = paid;
    paid = rest == open ? Portion.ALL : Portion.NONE.plus(new Portion(rest, open));
    page.credit(at, 2220, paid.of(order.tipMinor()) - before.of(order.tipMinor()))
        .credit(at, 2030, paid.of(order.dutiesMinor()) - before.of(order.dutiesMinor()));
    for (PaperPiece piece : pieces) {
      Worth waiting = unpaid(piece);
      Portion now = waiting.net() == 0 ? paid.whole() : paid;
      Portion then = waiting.net() == 0 ? before.whole() : before;
      long gross = now.of(waiting.gross()) - then.of(waiting.gross());
      long discount = now.of(waiting.discount()) - then.of(waiting.discount());
      page.credit(at, piece.taxAccount(), paid.of(waiting.tax()) - before.of(waiting.tax()));
      if (piece.kind == Kind.CARD) {
        page.credit(at, 2200, gross).debit(at, 2205, discount);
      } else if (cash) {
        page.credit(at, piece.income(), gross).debit(at, 4090, discount);
      } else {
        page.credit(at, 2100, gross - discount);
      }
    }
  }

  /** What a payment pays for: what passed unpaid is owed already, but in books of cash it is not. */
  private Worth unpaid(PaperPiece piece) {
    return cash ? piece.worth(0, piece.quantity - piece.cancelled) : piece.waiting();
  }

  /** A parcel passes to the customer: it earns its units, and shipping as the books are kept. */
  void passed(Fulfilment parcel, Instant at) {
    List<Line> lines = new ArrayList<>();
    for (Fulfilment.Shipped part : parcel.lines()) {
      PaperPiece line = line(part.line().value());
      NotWhole.unless(part.quantity() <= line.waitingUnits(), "more left than was ordered");
      earned(line, part.quantity(), lines);
    }
    boolean last = goods().stream().allMatch(line -> line.waitingUnits() == 0);
    boolean first = habits.shipping() == Habits.Shipping.FIRST_PARCEL;
    List<PaperPiece> ships = new ArrayList<>();
    for (PaperPiece piece : shipping()) {
      if (piece.waitingUnits() > 0 && (first || last)) {
        earned(piece, 1, lines);
        ships.add(piece);
      }
    }
    shippingBy.put(parcel.id().value(), ships);
    byParcel.put(parcel.id().value(), lines);
    if (!cash) {
      lines.forEach(line -> page.debit(at, line.account(), line.minor()));
    }
  }

  private void earned(PaperPiece piece, int units, List<Line> lines) {
    Worth worth = piece.worth(piece.passed, units);
    piece.passed += units;
    long wasPaid = paid.of(worth.net());
    long allowed = givenBack.of(wasPaid);
    long open = paid.rest(worth.net()) + paid.rest(worth.tax());
    lines.add(new Line(2100, wasPaid - allowed));
    lines.add(new Line(4900, allowed));
    lines.add(new Line(4090, worth.discount()));
    lines.add(new Line(piece.income(), -worth.gross()));
    lines.add(new Line(1100, open));
    lines.add(new Line(piece.taxAccount(), -paid.rest(worth.tax())));
    receivable += cash ? 0 : open;
  }

  /** Exactly what it came to is taken back. */
  void calledBack(Fulfilment parcel, Instant at) {
    List<Line> lines = byParcel.remove(parcel.id().value());
    if (lines == null) {
      return;
    }
    NotWhole.unless(paid.equals(Portion.ALL) && receivable == 0, "called back unpaid");
    parcel.lines().forEach(part -> line(part.line().value()).passed -= part.quantity());
    shippingBy.getOrDefault(parcel.id().value(), List.of()).forEach(piece -> piece.passed--);
    if (!cash) {
      lines.forEach(line -> page.credit(at, line.account(), line.minor()));
    }
  }

  /** Units that will not be sent are not sold; what was paid for them goes, and how much that is. */
  long cancelled(PaperPiece line, Instant at, long net, long tax) {
    NotWhole.unless(paid.equals(Portion.ALL), "cancelled before it was paid");
    served(Names.day(at));
    Worth worth = line.waiting();
    boolean whole = line.kind == Kind.TERM || (worth.net() == net && worth.tax() == tax);
    NotWhole.unless(whole, "cancelled in part");
    line.cancelled = line.waitingUnits();
    page.debit(at, line.taxAccount(), tax);
    if (line.kind == Kind.CARD) {
      page.debit(at, 2200, worth.gross()).credit(at, 2205, worth.discount());
    } else {
      page.debit(at, cash ? 4900 : 2100, net);
    }
    return net + tax;
  }

  /** Units that passed come back. */
  void returned(PaperPiece line, Instant at, long net, long tax) {
    NotWhole.unless(line.passed == line.quantity, "returned before it arrived");
    page.debit(at, 4900, net).debit(at, line.taxAccount(), tax);
  }

  void shippingReturned(Instant at, long net, long tax) {
    for (PaperPiece piece : shipping()) {
      NotWhole.unless(net + tax == 0 || piece.waitingUnits() == 0, "returned before it was earned");
      page.debit(at, 4910, net).debit(at, piece.taxAccount(), tax);
    }
  }

  /** The same portion of all that was paid is given back: of what waits, of what passed, and of tax. */
  void givenBack(Instant at, long minor) {
    NotWhole.unless(paid.equals(Portion.ALL), "given back before it was paid");
    long all = pieces.stream().mapToLong(piece -> piece.whole().total()).sum();
    Portion portion = Portion.NONE.plus(new Portion(minor, all));
    for (PaperPiece piece : pieces) {
      Worth waits = piece.waiting();
      long waiting = cash ? 0 : portion.of(waits.net());
      page.debit(at, 2100, waiting)
          .debit(at, 4900, portion.of(piece.whole().net()) - waiting)
          .debit(at, piece.taxAccount(), portion.of(piece.whole().tax()));
    }
    givenBack = givenBack.plus(portion);
  }

  /** Nobody will pay what is owed. */
  void writtenOff(Instant at) {
    page.debit(at, 6030, receivable).credit(at, 1100, receivable);
    receivable = 0;
  }

  /** Lost as fraud after all passed: a loss, but for what was held for others. */
  void lost(Instant at, long minor) {
    NotWhole.unless(paid.equals(Portion.ALL), "disputed before it was paid");
    long held = order.tipMinor() + order.dutiesMinor();
    page.debit(at, 2220, order.tipMinor()).debit(at, 2030, order.dutiesMinor());
    for (PaperPiece piece : pieces) {
      NotWhole.unless(piece.kind == Kind.CARD || piece.waitingUnits() == 0, "disputed too early");
      if (piece.kind == Kind.CARD) {
        page.debit(at, 2200, piece.whole().gross()).credit(at, 2205, piece.whole().discount());
        held += piece.whole().net();
      }
    }
    page.debit(at, 6010, minor - held).credit(at, 1200, minor);
  }

  /** What time has earned at each month's end, and until a day on which something else happens. */
  void served(LocalDate until) {
    for (PaperPiece piece : pieces) {
      if (piece.kind == Kind.TERM && !cash && piece.waitingUnits() > 0) {
        OrderLine.Term term = piece.term.orElseThrow(() -> new NotWhole("no term"));
        YearMonth month = YearMonth.from(term.from());
        for (; !month.isAfter(YearMonth.from(term.to())); month = month.plusMonths(1)) {
          LocalDate end = month.atEndOfMonth();
          if (end.isBefore(until) && end.isBefore(today)) {
            servedUntil(piece, term, end);
          }
        }
        if (!until.equals(LocalDate.MAX)) {
          servedUntil(piece, term, until);
        }
      }
    }
  }

  private void servedUntil(PaperPiece piece, OrderLine.Term term, LocalDate day) {
    LocalDate end = day.isAfter(term.to()) ? term.to() : day;
    long all = ChronoUnit.DAYS.between(term.from(), term.to()) + 1;
    int days = Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(term.from(), end) + 1));
    Portion portion = new Portion(days - servedDays, all);
    servedDays = days;
    Worth worth = piece.whole();
    page.debit(day, 2100, portion.of(worth.net()))
        .debit(day, 4090, portion.of(worth.discount()))
        .debit(day, 4000, -portion.of(worth.gross()));
  }

  /** Each unit was sent for good or cancelled; nothing that was removed waits for its refund. */
  void requireWhole(Map<String, Integer> sent) {
    for (PaperPiece piece : pieces) {
      int left = sent.getOrDefault(piece.id, 0);
      boolean done =
          switch (piece.kind) {
            case GOODS -> left + piece.cancelled == piece.quantity;
            case CARD, TERM, SHIPPING -> true;
          };
      NotWhole.unless(done && !piece.removed, "line " + piece.id + " is not done");
    }
  }
}
