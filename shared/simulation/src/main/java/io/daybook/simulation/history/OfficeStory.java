package io.daybook.simulation.history;

import static io.daybook.simulation.history.Names.BANK;
import static io.daybook.simulation.history.Names.CARRIER;
import static io.daybook.simulation.history.Names.PROCESSOR;
import static io.daybook.simulation.history.Names.SHOP;
import static io.daybook.simulation.history.Names.SUPPLIER;
import static io.daybook.simulation.history.Names.USD;
import static io.daybook.simulation.history.Names.day;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.BankMatch;
import io.daybook.events.Bill;
import io.daybook.events.CashMovement;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.events.Label;
import io.daybook.events.Loan;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.PaidFrom;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.events.WalletTopUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What happens beside the orders, as facts: payouts and the bank, labels, bills, the drawer, a loan. */
final class OfficeStory {
  private final Random random;
  private final String id;
  private final Instant now;

  private OfficeStory(Random random, String id, Instant now) {
    this.random = random;
    this.id = id;
    this.now = now;
  }

  /** The facts of one such thing. */
  static List<Fact> of(Random random, String id, Instant now) {
    OfficeStory story = new OfficeStory(random, id, now);
    return switch (random.nextInt(7)) {
      case 0, 1 -> story.payout();
      case 2 -> story.bankLine();
      case 3 -> story.label();
      case 4 -> story.bill();
      case 5 -> story.drawer();
      default -> story.loan();
    };
  }

  private long minor() {
    return 1L + random.nextInt(50_000);
  }

  private Reference name(String kind) {
    return new Reference(kind + "_" + id);
  }

  private BalanceTransaction moved(
      String name, Movement movement, long minor, String source, Optional<Reference> to, int days) {
    return new BalanceTransaction(
        PROCESSOR,
        new TransactionId(name),
        movement,
        movement.name(),
        USD,
        minor,
        List.of(),
        minor,
        now.plus(Duration.ofDays(days)),
        source,
        to,
        Optional.empty(),
        Mode.LIVE);
  }

  /** It ties, or it does not by a little; it arrives, or comes back. */
  private List<Fact> payout() {
    List<Fact> facts = new ArrayList<>();
    long minor = minor();
    long listed = random.nextInt(4) == 0 ? minor - 1 - random.nextInt(50) : minor;
    PayoutId payout = new PayoutId("po_" + id);
    facts.add(moved("txn_po_" + id, Movement.PAYOUT, -minor, payout.value(), Optional.empty(), 0));
    for (Payout.Status status : List.of(Payout.Status.IN_TRANSIT, Payout.Status.PAID)) {
      facts.add(new Payout(PROCESSOR, payout, status, USD, minor, now, Optional.empty()));
    }
    facts.add(
        new PayoutManifest(
            PROCESSOR,
            payout,
            1,
            1,
            1,
            USD,
            List.of(
                new PayoutManifest.Item(
                    new TransactionId("txn_of_" + id), Movement.CHARGE, listed, listed))));
    if (random.nextInt(5) == 0) {
      facts.add(
          moved(
              "txn_pf_" + id, Movement.PAYOUT_FAILURE, minor, payout.value(), Optional.empty(), 2));
    } else {
      facts.add(line(minor));
      facts.add(
          new BankMatch(BANK, new BankLineId("bl_" + id), PROCESSOR, payout, "trace", "", now));
    }
    return facts;
  }

  private BankLine line(long minor) {
    return new BankLine(
        BANK, new BankLineId("bl_" + id), USD, minor, day(now).plusDays(2), "", List.of());
  }

  /** Nobody knows it, until a person says what it was for; and perhaps says otherwise later. */
  private List<Fact> bankLine() {
    long minor = random.nextBoolean() ? minor() : -minor();
    List<Fact> facts = new ArrayList<>();
    facts.add(line(minor));
    int said = random.nextInt(3);
    for (int version = 1; version <= said; version++) {
      facts.add(
          new BankAllocation(
              BANK,
              new Reference("bl_" + id),
              version,
              List.of(
                  new EnteredLeg(
                      version == 1 ? "6080" : "6060", USD, -minor, -minor, Optional.empty())),
              "by hand",
              "A. Keeper",
              "it was for that",
              now.plus(Duration.ofDays(3L + version))));
    }
    return facts;
  }

  private List<Fact> label() {
    if (random.nextInt(4) == 0) {
      return List.of(new WalletTopUp(CARRIER, name("top"), USD, minor(), now));
    }
    PaidFrom from = List.of(PaidFrom.values()).get(random.nextInt(3));
    long minor = minor() / 20;
    List<Fact> facts = new ArrayList<>();
    facts.add(label(1, from, minor, Optional.empty()));
    if (random.nextInt(3) == 0) {
      facts.add(label(2, from, minor, Optional.of(now.plus(Duration.ofDays(9)))));
    }
    return facts;
  }

  private Label label(long version, PaidFrom from, long minor, Optional<Instant> refunded) {
    return new Label(
        CARRIER,
        name("lbl"),
        version,
        Label.Purpose.OUTBOUND,
        from,
        USD,
        minor,
        Optional.of(now),
        refunded);
  }

  /** A bill, and perhaps its correction: the newer version counts, on its own day. */
  private List<Fact> bill() {
    List<Fact> facts = new ArrayList<>();
    int versions = 1 + random.nextInt(2);
    for (int version = 1; version <= versions; version++) {
      List<Bill.Item> items = new ArrayList<>();
      items.add(new Bill.Item(Bill.Kind.EXPENSE, minor(), 0, Optional.empty()));
      long carriage = minor();
      items.add(
          new Bill.Item(
              Bill.Kind.CARRIAGE, carriage, random.nextLong(carriage + 1), Optional.empty()));
      if (random.nextBoolean()) {
        items.add(new Bill.Item(Bill.Kind.GOODS, minor(), 0, Optional.empty()));
      }
      if (random.nextBoolean()) {
        items.add(new Bill.Item(Bill.Kind.INPUT_VAT, minor(), 0, Optional.empty()));
      }
      if (random.nextInt(4) == 0) {
        long freight = minor();
        items.add(
            new Bill.Item(
                Bill.Kind.LANDED_COST, freight, random.nextLong(freight + 1), Optional.empty()));
        items.add(new Bill.Item(Bill.Kind.DUTY, minor(), minor(), Optional.empty()));
        items.add(new Bill.Item(Bill.Kind.SELF_ASSESSED_VAT, minor(), 0, Optional.empty()));
      }
      facts.add(
          new Bill(
              SUPPLIER,
              name("bill"),
              version,
              USD,
              day(now).plusDays(version - 1L),
              day(now).plusDays(30),
              items));
    }
    return facts;
  }

  private List<Fact> drawer() {
    CashMovement.Kind kind = List.of(CashMovement.Kind.values()).get(random.nextInt(5));
    long minor =
        kind == CashMovement.Kind.COUNTED && random.nextBoolean() ? -minor() / 100 - 1 : minor();
    Optional<String> account =
        kind == CashMovement.Kind.PAID_OUT && random.nextBoolean()
            ? Optional.of("6060")
            : Optional.empty();
    return List.of(new CashMovement(SHOP, name("cash"), "front", kind, USD, minor, account, now));
  }

  /** An advance, repaid in parts whose cost is a share of the fee. */
  private List<Fact> loan() {
    List<Fact> facts = new ArrayList<>();
    long advance = 100 + minor();
    long fee = random.nextLong(advance / 8 + 1);
    Reference loan = name("loan");
    facts.add(new Loan(PROCESSOR, loan, 1, USD, advance, fee, day(now)));
    long left = advance + fee;
    int payments = 1 + random.nextInt(4);
    for (int payment = 1; payment <= payments && left > 0; payment++) {
      long part = payment == 4 ? left : 1 + random.nextLong(left);
      facts.add(
          moved(
              "txn_loan_" + id + "_" + payment,
              Movement.LOAN_REPAYMENT,
              -part,
              "",
              Optional.of(loan),
              payment));
      left -= part;
    }
    return facts;
  }
}
