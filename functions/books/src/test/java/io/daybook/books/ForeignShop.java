package io.daybook.books;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.Step;
import io.daybook.ledger.TrialBalance;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.reconciliation.Exceptions;
import io.daybook.reconciliation.Findings;
import io.daybook.reconciliation.Reconciled;
import io.daybook.reconciliation.Reconciler;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.storage.deployment.Deployment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A shop whose processor keeps balances in several currencies, and its book in US dollars: told, posted and reconciled. */
public final class ForeignShop {
  public static final Book BOOK = new Book("demo");
  public static final Origin OWN = new Origin("daybook", "demo");
  public static final CurrencyCode USD = new CurrencyCode("USD");
  public static final Origin SHOP = new Origin("shopify", "blue-cup.myshopify.com");
  public static final Origin STRIPE = new Origin("stripe", "acct_1");
  public static final Origin BANK = new Origin("bank", "DE89");
  public static final Gateway CARD = new Gateway("stripe");
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-05T09:00:00Z"), ZoneOffset.UTC);

  private final Deployment deployment;
  private final Bookkeeper keeper;
  private final Rules rules;
  private int runs;

  /** A book without any fact, in a folder of its own. */
  public ForeignShop(Path folder, Policy policy) {
    this.deployment = new TestDeployment(folder, new MemoryStores(CLOCK), CLOCK).deployment;
    this.rules =
        new RulesVersions(deployment.stores().state(BOOK))
            .amend(
                new Rules(
                    0,
                    USD,
                    ZoneOffset.UTC,
                    Map.of(),
                    Map.of(STRIPE, "stripe"),
                    Map.of(CARD, STRIPE),
                    Map.of(BANK, "main"),
                    policy),
                same -> same);
    this.keeper = new Bookkeeper(deployment, new Platforms().sources(), BOOK);
  }

  public Deployment deployment() {
    return deployment;
  }

  public LedgerStore ledger() {
    return deployment.stores().ledger(BOOK);
  }

  /** Kept and posted. */
  public void tell(Message message) {
    var _ = deployment.stores().inbox(BOOK).put(message);
    Bookkeeper.Taken taken = keeper.take(message);
    if (taken.setback().isPresent()) {
      throw new AssertionError("not posted: " + taken.setback().get());
    }
  }

  public void tell(List<? extends Fact> facts) {
    tell(
        new Message(
            Desks.PEOPLE,
            CLOCK.instant(),
            Message.Via.PERSON,
            CanonicalSource.FACTS,
            Bytes.of(CanonicalSource.write(facts))));
  }

  /** Runs until nothing more is found. */
  public void reconcile() {
    for (int round = 0; round < 20; round++) {
      Reconciler reconciler =
          new Reconciler(
              ledger(),
              deployment.stores().state(BOOK),
              Balances.unsealed(ledger(), CLOCK),
              CLOCK,
              Duration.ofMinutes(1));
      Findings found = ((Reconciled.Done) reconciler.run(rules, "run-" + ++runs)).findings();
      found.touch().forEach(keeper::lookAgain);
      List<Fact> news =
          found.facts().stream().filter(fact -> !keeper.knows(List.of(fact))).toList();
      if (news.isEmpty()) {
        return;
      }
      tell(news);
      keeper.readAgain();
    }
    throw new AssertionError("still telling after 20 runs");
  }

  public List<Discrepancy> exceptions() {
    return new Exceptions(deployment.stores().state(BOOK)).list();
  }

  public List<Entry> entries() {
    return ledger().days().stream()
        .flatMap(day -> ledger().day(day, Optional.empty()).stream())
        .flatMap(step -> step.entry().stream())
        .toList();
  }

  public List<Step> steps() {
    return ledger().days().stream()
        .flatMap(day -> ledger().day(day, Optional.empty()).stream())
        .toList();
  }

  /** Values by account number as of a day. */
  public SortedMap<Integer, Long> values(LocalDate asOf) {
    SortedMap<Integer, Long> values = new TreeMap<>();
    for (TrialBalance.Row row : rows(asOf)) {
      values.merge(row.account().number(), row.valueMinor(), Math::addExact);
    }
    values.values().removeIf(value -> value == 0);
    return values;
  }

  public List<TrialBalance.Row> rows(LocalDate asOf) {
    return Balances.unsealed(ledger(), CLOCK).trialBalance(asOf, Optional.empty()).rows();
  }

  /** Value of an account's balance, all currencies and qualifiers together. */
  public long value(int account) {
    return values(LocalDate.MAX.minusDays(2)).getOrDefault(account, 0L);
  }
}
