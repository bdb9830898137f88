package io.daybook.simulation.history;

import static io.daybook.simulation.history.Names.CARRIER;
import static io.daybook.simulation.history.Names.PROCESSOR;
import static io.daybook.simulation.history.Names.SHOP;
import static io.daybook.simulation.history.Names.SUPPLIER;
import static io.daybook.simulation.history.Names.USD;
import static io.daybook.simulation.history.Names.day;

import io.daybook.events.Accrual;
import io.daybook.events.BalanceTransaction;
import io.daybook.events.CardBreakage;
import io.daybook.events.CarrierClaim;
import io.daybook.events.Commission;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.events.GoodsReceipt;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Opening;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.events.StockAdjustment;
import io.daybook.events.StoreCredit;
import io.daybook.events.TaxReturn;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** More of what happens beside the orders: credit and its lapsing, stock, claims, commissions, estimates, tax returns. */
final class BackOfficeStory {
  private static final Origin STATE = new Origin("tax", "US-NY");
  private static final Origin OWN = new Origin("daybook", "simulated");
  private static final List<Movement> OTHER_MOVEMENTS =
      List.of(
          Movement.FEE,
          Movement.SUBSCRIPTION,
          Movement.RESERVE_HOLD,
          Movement.RESERVE_RELEASE,
          Movement.UNKNOWN);

  private final Random random;
  private final String id;
  private final Instant now;
  private final LocalDate today;

  private BackOfficeStory(Random random, String id, Instant now) {
    this.random = random;
    this.id = id;
    this.now = now;
    this.today = day(now);
  }

  /** The facts of one such thing. */
  static List<Fact> of(Random random, String id, Instant now) {
    BackOfficeStory story = new BackOfficeStory(random, id, now);
    return switch (random.nextInt(11)) {
      case 0 -> story.credit();
      case 1 -> story.breakage();
      case 2 -> story.adjusted();
      case 3 -> story.claim();
      case 4 -> story.goods();
      case 5 -> story.stock();
      case 6 -> story.filed();
      case 7 -> story.commission();
      case 8 -> story.estimate();
      case 9 -> story.moved();
      default -> story.stray();
    };
  }

  /** What the books begin with. */
  static Opening opening(Random random) {
    List<Opening.Balance> balances = new ArrayList<>();
    for (String account : List.of("1010:stripe", "1300", "2100", "2200")) {
      long minor = random.nextInt(500_000) - 100_000L;
      balances.add(new Opening.Balance(account, USD, minor, Optional.empty()));
    }
    return new Opening(OWN, new Reference("opening"), Names.CUT_OVER, "A. Keeper", balances);
  }

  private long minor() {
    return 1L + random.nextInt(50_000);
  }

  private Reference name(String kind) {
    return new Reference(kind + "_" + id);
  }

  private List<Fact> credit() {
    List<Fact> facts = new ArrayList<>();
    Tender tender = random.nextBoolean() ? Tender.GIFT_CARD : Tender.STORE_CREDIT;
    int changes = 1 + random.nextInt(2);
    for (int change = 0; change < changes; change++) {
      facts.add(
          new StoreCredit(
              SHOP,
              new TransactionId("credit_" + id + "_" + change),
              tender,
              change == 0 ? StoreCredit.Change.GOODWILL : StoreCredit.Change.LAPSED,
              USD,
              minor(),
              now.plusSeconds(86_400L * change)));
    }
    return facts;
  }

  private List<Fact> breakage() {
    return List.of(
        new CardBreakage(
            SHOP,
            name("lapsed"),
            random.nextBoolean() ? CardBreakage.Of.GIFT_CARDS : CardBreakage.Of.STORE_CREDIT,
            random.nextBoolean() ? CardBreakage.To.INCOME : CardBreakage.To.STATE,
            USD,
            minor(),
            today));
  }

  private List<Fact> adjusted() {
    PaidFrom from = List.of(PaidFrom.values()).get(random.nextInt(3));
    long minor = random.nextInt(400) - 100L;
    return List.of(new LabelAdjustment(CARRIER, name("adj"), name("label"), from, USD, minor, now));
  }

  /** Accepted, and perhaps paid in a newer version. */
  private List<Fact> claim() {
    long accepted = minor();
    long goods = random.nextInt(30_000);
    CarrierClaim.PaidTo to =
        random.nextBoolean() ? CarrierClaim.PaidTo.WALLET : CarrierClaim.PaidTo.BANK;
    List<Fact> facts = new ArrayList<>();
    int versions = 1 + random.nextInt(2);
    for (int version = 1; version <= versions; version++) {
      Optional<LocalDate> paid = version == 2 ? Optional.of(today.plusDays(9)) : Optional.empty();
      facts.add(
          new CarrierClaim(
              CARRIER, name("claim"), version, USD, accepted, goods, 620, today, paid, to));
    }
    return facts;
  }

  private List<Fact> goods() {
    return List.of(new GoodsReceipt(SUPPLIER, name("receipt"), USD, minor(), today));
  }

  private List<Fact> stock() {
    StockAdjustment.Kind kind = List.of(StockAdjustment.Kind.values()).get(random.nextInt(5));
    return List.of(new StockAdjustment(SHOP, name("stock"), kind, USD, minor(), today));
  }

  /** As first filed, and perhaps as amended. */
  private List<Fact> filed() {
    List<Fact> facts = new ArrayList<>();
    int versions = 1 + random.nextInt(2);
    for (int version = 1; version <= versions; version++) {
      List<TaxReturn.Figure> figures = new ArrayList<>();
      for (TaxReturn.Kind kind : TaxReturn.Kind.values()) {
        if (kind == TaxReturn.Kind.OUTPUT || random.nextBoolean()) {
          figures.add(
              new TaxReturn.Figure(
                  kind,
                  kind == TaxReturn.Kind.OUTPUT
                      ? Optional.of(new Jurisdiction("US-NY"))
                      : Optional.empty(),
                  minor()));
        }
      }
      long payable = random.nextInt(100_000);
      facts.add(new TaxReturn(STATE, name("return"), version, USD, today, figures, payable));
    }
    return facts;
  }

  private List<Fact> commission() {
    List<Fact> facts = new ArrayList<>();
    long minor = minor();
    facts.add(new Commission(SHOP, name("comm"), 1, USD, minor, today, Optional.empty()));
    if (random.nextBoolean()) {
      Optional<LocalDate> on = Optional.of(today.plusDays(20));
      facts.add(new Commission(SHOP, name("comm"), 2, USD, minor, today, on));
    }
    return facts;
  }

  /** An estimate counts on a month's last day and is taken back the day after. */
  private List<Fact> estimate() {
    long minor = minor();
    return List.of(
        new Accrual(
            OWN,
            name("estimate"),
            YearMonth.from(today),
            Accrual.Kind.EXPECTED_RETURNS,
            List.of(
                new EnteredLeg("4900", USD, minor, minor, Optional.empty()),
                new EnteredLeg("2240", USD, -minor, -minor, Optional.empty())),
            "by hand"));
  }

  private BalanceTransaction moved(Movement movement, long minor, Optional<Reference> to) {
    return new BalanceTransaction(
        PROCESSOR,
        new TransactionId("txn_other_" + id),
        movement,
        movement.name(),
        USD,
        minor,
        List.of(),
        minor,
        now,
        "",
        to,
        Optional.empty(),
        Mode.LIVE);
  }

  private List<Fact> moved() {
    Movement movement = OTHER_MOVEMENTS.get(random.nextInt(OTHER_MOVEMENTS.size()));
    return List.of(moved(movement, random.nextBoolean() ? minor() : -minor(), Optional.empty()));
  }

  /** The processor took a payment, or gave one back, of which no shop ever tells. */
  private List<Fact> stray() {
    return List.of(
        random.nextBoolean()
            ? moved(Movement.CHARGE, minor(), Optional.of(name("ch")))
            : moved(Movement.REFUND, -minor(), Optional.of(name("re"))));
  }
}
