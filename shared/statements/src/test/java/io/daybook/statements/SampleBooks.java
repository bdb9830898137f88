package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Append;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Book;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.TrialBalance;
import io.daybook.ledger.memory.MemoryStores;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Steps to write journals of. */
final class SampleBooks {
  static final CurrencyCode USD = new CurrencyCode("USD");
  static final CurrencyCode EUR = new CurrencyCode("EUR");
  static final CurrencyCode JPY = new CurrencyCode("JPY");
  static final CurrencyCode KWD = new CurrencyCode("KWD");

  private static final List<AccountCode> ACCOUNTS =
      List.of(
          AccountCode.of(1000, "DE89370400440532013000"),
          AccountCode.of(1005),
          AccountCode.of(1010, "stripe"),
          AccountCode.of(1010, "Stripe"),
          AccountCode.of(1010, "shopify_payments"),
          AccountCode.of(1010, "shopify-payments"),
          AccountCode.of(1100),
          AccountCode.of(2010, "US-CA"),
          AccountCode.of(2240),
          AccountCode.of(3000),
          AccountCode.of(4000),
          AccountCode.of(4090),
          AccountCode.of(6000, "a.b"),
          AccountCode.of(7000));

  private SampleBooks() {}

  static Step step(
      String subject, int number, String occasion, String day, String memo, Leg... legs) {
    LocalDate date = LocalDate.parse(day);
    Entry entry =
        new Entry(
            occasion,
            memo,
            date.atTime(12, 0).toInstant(ZoneOffset.UTC),
            date,
            date,
            List.of(legs));
    return new Step(
        SubjectId.parse(subject),
        number,
        Instant.parse("2026-11-01T00:00:00Z"),
        1,
        List.of(),
        Optional.of(entry));
  }

  static Leg leg(int account, String qualifier, String amount, CurrencyCode currency) {
    return Leg.debit(
        AccountCode.of(account, qualifier), Money.ofMajor(new BigDecimal(amount), currency));
  }

  static Leg leg(int account, String qualifier, String amount) {
    return leg(account, qualifier, amount, USD);
  }

  static Leg foreign(
      int account, String qualifier, String amount, CurrencyCode currency, long valueMinor) {
    Money money = Money.ofMajor(new BigDecimal(amount), currency);
    return new Leg(
        AccountCode.of(account, qualifier), currency, money.minor(), valueMinor, Optional.empty());
  }

  /** A sale, its money, a correction, a payout, an exchange, and text that means mischief. */
  static List<Step> small() {
    Reference charge = new Reference("ch_3OqX1");
    String order = "order/shopify:blue-cup.myshopify.com/450789469";
    return List.of(
        step(
            "payout/stripe:acct_1/po_1",
            1,
            "payout/po_1",
            "2026-10-09",
            "Payout po_1 left Stripe",
            leg(1005, "", "102.62").under(new Reference("po_1")),
            leg(1010, "stripe", "-102.62")),
        step(
            "transaction/stripe:acct_1/txn_1",
            1,
            "balance/txn_1",
            "2026-10-05",
            "Charge ch_3OqX1",
            leg(1100, "", "-105.84").under(charge),
            leg(1010, "stripe", "102.62"),
            leg(6000, "", "3.22")),
        step(
            order,
            1,
            "payment/179259969",
            "2026-10-05",
            "#1001: paid",
            leg(2100, "", "-98.00"),
            leg(2010, "US-CA", "-7.84"),
            leg(1100, "", "105.84").under(charge)),
        step(
            order,
            2,
            "shipment/255858046",
            "2026-10-06",
            "Order #1001 shipped; all \"lines\" | tracking\nnumber kept apart",
            leg(2100, "", "98.00"),
            leg(4000, "", "-100.00"),
            leg(4010, "", "-10.00"),
            leg(4090, "", "12.00")),
        step(
            order,
            3,
            "shipment/255858046",
            "2026-10-06",
            "Order #1001 shipped: correction",
            leg(4000, "", "2.00"),
            leg(4010, "", "-2.00")),
        step(
            "order/shopify:käse, wein;[x].example/9",
            1,
            "payment/a, b",
            "2026-10-07",
            "(Übung) = \\ *",
            leg(1020, "", "0.10"),
            leg(2900, "", "-0.10").under(new Reference("ref, [2026-01-01] ; é"))),
        step(
            "transaction/stripe:acct_1/txn_9",
            1,
            "balance/txn_9",
            "2026-10-08",
            "Euro balance paid out in dollars",
            foreign(1019, "", "100.00", EUR, 10_900),
            foreign(1010, "stripe", "-100.00", EUR, -10_900),
            leg(1005, "", "107.50"),
            leg(6000, "", "1.00"),
            leg(7000, "", "0.50"),
            leg(1019, "", "-109.00")));
  }

  /** Balanced entries with foreign legs of both signs, amounts without value and values without amount. */
  static List<Step> random(long seed, CurrencyCode book) {
    Random random = new Random(seed);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<Leg> legs = new ArrayList<>();
      long open = 0;
      for (int j = random.nextInt(1, 6); j > 0; j--) {
        long minor = random.nextLong(-5_000_000, 5_000_000);
        if (minor != 0) {
          legs.add(new Leg(account(random), book, minor, minor, reference(random)));
          open += minor;
        }
      }
      if (random.nextInt(3) == 0) {
        CurrencyCode currency = List.of(EUR, JPY, KWD).get(random.nextInt(3));
        if (!currency.equals(book)) {
          long minor = random.nextLong(1, 1_000_000);
          long value = random.nextInt(6) == 0 ? 0 : random.nextLong(-900_000, 900_000);
          legs.add(new Leg(account(random), currency, minor, value, Optional.empty()));
          legs.add(new Leg(account(random), currency, -minor, -value, reference(random)));
          if (random.nextBoolean()) {
            legs.add(new Leg(account(random), currency, 0, 77, Optional.empty()));
            legs.add(new Leg(account(random), currency, 0, -77, Optional.empty()));
          }
        }
      }
      if (open != 0) {
        legs.add(new Leg(AccountCode.of(2900), book, -open, -open, Optional.empty()));
      }
      if (legs.size() >= 2) {
        String day = LocalDate.of(2026, 10, 1).plusDays(random.nextInt(31)).toString();
        String order = "order/shopify:blue-cup.myshopify.com/" + random.nextInt(1, 12);
        steps.add(
            step(
                order,
                i + 1,
                "payment/" + random.nextInt(4),
                day,
                "Entry " + i,
                legs.toArray(Leg[]::new)));
      }
    }
    return steps;
  }

  /** What the ledger itself makes of the steps: each subject's are numbered anew, stored, and added up. */
  static TrialBalance trialBalance(List<Step> steps) {
    Instant now = Instant.parse("2026-11-01T00:00:00Z");
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Map<SubjectId, Integer> numbers = new HashMap<>();
    try (MemoryStores stores = new MemoryStores(clock)) {
      LedgerStore ledger = stores.ledger(new Book("sample"));
      for (Step step : steps) {
        int number = numbers.merge(step.subject(), 1, Integer::sum);
        Step stored = new Step(step.subject(), number, now, 1, List.of(), step.entry());
        if (!(ledger.append(stored) instanceof Append.Appended)) {
          throw new IllegalStateException(
              "step " + number + " of " + step.subject() + " was not stored");
        }
      }
      return Balances.unsealed(ledger, clock).trialBalance(LocalDate.MAX, Optional.empty());
    }
  }

  private static AccountCode account(Random random) {
    return ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
  }

  private static Optional<Reference> reference(Random random) {
    return random.nextInt(3) == 0
        ? Optional.of(new Reference("ch_" + random.nextInt(9)))
        : Optional.empty();
  }
}
