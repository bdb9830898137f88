package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.BOOK;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.ledger.policy.DisputePolicy;
import io.daybook.ledger.policy.TaxRelief;
import io.daybook.posting.requirement.Facts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PosterTest {
  private static final OrderPayment PAID = paid("1", 10584, "2026-10-01");

  /** A ledger that does something before each append. */
  private interface BeforeAppend {
    Optional<Append> before(Step step);
  }

  private record Interrupted(LedgerStore ledger, BeforeAppend interruption) implements LedgerStore {
    @Override
    public Book book() {
      return ledger.book();
    }

    @Override
    public List<Step> read(SubjectId subject) {
      return ledger.read(subject);
    }

    @Override
    public Append append(Step step) {
      return interruption.before(step).orElseGet(() -> ledger.append(step));
    }

    @Override
    public List<Step> day(LocalDate day, Optional<Instant> knownAt) {
      return ledger.day(day, knownAt);
    }

    @Override
    public SortedSet<LocalDate> days() {
      return ledger.days();
    }
  }

  @Test
  @Tag("failure-1")
  @Tag("failure-3")
  void theSameFactsToldThreeTimesAreOneEntry() {
    TestBooks books = TestBooks.standard();

    assertThat(books.learn(SUBJECT, List.of(plain(), PAID))).isInstanceOf(Outcome.Posted.class);
    assertThat(books.learn(SUBJECT, List.of(plain(), PAID))).isInstanceOf(Outcome.Unchanged.class);
    assertThat(books.learn(SUBJECT, List.of(PAID, PAID))).isInstanceOf(Outcome.Unchanged.class);
    assertThat(books.log(SUBJECT)).hasSize(1);
    assertThat(books.log(SUBJECT).getFirst().facts()).containsExactly(plain(), PAID);
  }

  @Test
  @Tag("failure-5")
  void aRefundBeforeItsOrderIsParkedAndThenTheBooksAreTheSame() {
    List<Fact> facts = List.of(plain(), PAID, amount("r1", "2026-10-03", 1000));
    TestBooks inOrder = TestBooks.standard();
    facts.forEach(inOrder::tell);
    TestBooks reversed = TestBooks.standard();

    assertThat(reversed.learn(SUBJECT, List.of(facts.get(2)))).isInstanceOf(Outcome.Learnt.class);
    reversed.tell(facts.get(1), facts.get(0));

    assertThat(reversed.net()).isEqualTo(inOrder.net());
    assertThat(reversed.on("2026-10-03")).isEqualTo(inOrder.on("2026-10-03"));
  }

  @Test
  @Tag("failure-6")
  void aLateFactIsPostedUnderItsOwnDayAndNoEntryIsTouched() {
    TestBooks books = TestBooks.standard().tell(plain(), PAID, amount("r2", "2026-10-09", 1000));
    List<Step> before = books.log(SUBJECT);

    books.tell(amount("r1", "2026-10-02", 1000));

    assertThat(books.log(SUBJECT)).startsWith(before.toArray(Step[]::new));
    assertThat(books.on("2026-10-02")).containsEntry("2230", -1000L);
  }

  @Test
  @Tag("failure-2")
  void whoLosesTheRaceReadsAgainAndPostsOnlyWhatIsLeft() {
    TestBooks books = TestBooks.standard();
    Poster other = books.poster();
    List<Integer> interruptions = new ArrayList<>();
    books.wrap(ledger ->
        new Interrupted(
            ledger,
            step -> {
              if (interruptions.isEmpty()) {
                interruptions.add(step.number());
                other.learn(SUBJECT, List.of(plain()));
                other.learn(SUBJECT, List.of(PAID));
              }
              return Optional.empty();
            }));

    assertThat(books.learn(SUBJECT, List.of(plain(), PAID))).isInstanceOf(Outcome.Unchanged.class);
    assertThat(books.entries()).hasSize(1);
    assertThat(books.net()).isEqualTo(entry("Dr 1100 105.84; Cr 2100 98.00; Cr 2010 7.84"));
  }

  @Test
  @Tag("failure-2")
  void manyPostersAtOnceMakeTheEntriesOfOne() throws Exception {
    TestBooks books = TestBooks.standard();
    List<Fact> facts =
        List.of(
            plain(),
            PAID,
            parcel("p1", "2026-10-05", shipped("cup", 1)),
            amount("r1", "2026-10-08", 1000),
            amount("r2", "2026-10-09", 2000));
    Poster poster = books.poster();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Outcome>> tellings = new ArrayList<>();
      for (int times = 0; times < 4; times++) {
        facts.forEach(fact -> tellings.add(() -> poster.learn(SUBJECT, List.of(fact))));
      }
      for (Future<Outcome> told : threads.invokeAll(tellings)) {
        assertThat(told.get().subject()).isEqualTo(SUBJECT);
      }
    }
    TestBooks alone = TestBooks.standard();
    alone.learn(SUBJECT, facts);
    books.learn(SUBJECT, List.of());

    assertThat(books.net()).isEqualTo(alone.net());
    assertThat(books.on("2026-10-09")).isEqualTo(alone.on("2026-10-09"));
  }

  @Test
  void aStepThatWasStampedTooLongAgoIsStampedAnew() {
    TestBooks books = TestBooks.standard();
    List<Append> answers = new ArrayList<>(List.of(new Append.Stale(), new Append.Stale()));
    books.wrap(ledger ->
        new Interrupted(
            ledger,
            step -> answers.isEmpty() ? Optional.empty() : Optional.of(answers.removeFirst())));

    assertThat(books.learn(SUBJECT, List.of(plain(), PAID))).isInstanceOf(Outcome.Posted.class);
    assertThat(books.log(SUBJECT)).hasSize(1);
  }

  @Test
  void whoAlwaysLosesGivesUpAndNamesTheSubject() {
    TestBooks books = TestBooks.standard();
    books.wrap(ledger -> new Interrupted(ledger, step -> Optional.of(new Append.Lost())));

    assertThatThrownBy(() -> books.learn(SUBJECT, List.of(plain())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(SUBJECT.toString());
  }

  @Test
  void aCrashBetweenTwoStepsIsMadeGoodByWhoeverComesNext() {
    TestBooks books = TestBooks.standard();
    Poster calm = books.poster();
    books.wrap(ledger ->
        new Interrupted(
            ledger,
            step -> {
              if (step.number() == 2) {
                throw new IllegalStateException("killed");
              }
              return Optional.empty();
            }));
    List<Fact> facts = List.of(plain(), PAID, parcel("p1", "2026-10-05", shipped("cup", 1)));

    assertThatThrownBy(() -> books.learn(SUBJECT, facts)).hasMessage("killed");
    assertThat(calm.learn(SUBJECT, List.of())).isInstanceOf(Outcome.Posted.class);

    TestBooks whole = TestBooks.standard();
    whole.learn(SUBJECT, facts);
    assertThat(books.log(SUBJECT).stream().map(Step::entry))
        .isEqualTo(whole.log(SUBJECT).stream().map(Step::entry).toList());
  }

  @Test
  void entriesAreWrittenByDayTimeAndName() {
    TestBooks books = TestBooks.standard();
    books.learn(
        SUBJECT,
        List.of(
            amount("r1", "2026-10-08", 1000),
            parcel("p1", "2026-10-05", shipped("cup", 1)),
            PAID,
            plain()));

    assertThat(
            books.log(SUBJECT).stream()
                .flatMap(step -> step.entry().stream())
                .map(e -> e.occasion()))
        .containsExactly("payment/1", "shipment/p1", "refund/r1");
    assertThat(books.log(SUBJECT).getFirst().facts()).hasSize(4);
    assertThat(books.log(SUBJECT).get(1).facts()).isEmpty();
  }

  @Test
  void aChangedTimePutsTheDayRight() {
    TestBooks books =
        TestBooks.standard().tell(plain(), PAID, parcel("p1", "2026-10-05", shipped("cup", 1)));
    var moved =
        new Fulfilment(
            SHOP,
            parcel("p1", "2026-10-05").id(),
            ORDER,
            2,
            at("2026-10-06"),
            Optional.empty(),
            List.of(shipped("cup", 1)));

    books.tell(moved);

    assertThat(books.on("2026-10-05")).isEmpty();
    assertThat(books.on("2026-10-06")).containsEntry("4000", -10000L);
  }

  @Test
  @Tag("failure-15")
  void aDayIsOneOfTheBooksTimeZone() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(),
                new OrderPayment(
                    SHOP,
                    PAID.id(),
                    ORDER,
                    PAID.gateway(),
                    PAID.currency(),
                    10584,
                    at("2026-10-02T00:30:00Z"),
                    PAID.reference()));

    assertThat(books.on("2026-10-01")).containsEntry("2100", -9800L);
  }

  @Test
  void whatWouldCountInAClosedPeriodCountsOnItsFirstOpenDayAndKeepsItsOwn() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);
    MemoryStores stores = new MemoryStores(clock);
    RulesVersions rules = new RulesVersions(stores.state(BOOK));
    rules.amend(TestBooks.rules(), now -> now);
    LocalDate open = LocalDate.parse("2026-11-01");
    Poster poster =
        new Poster(
            stores.ledger(BOOK),
            rules,
            (shop, sku) -> List.of(),
            day -> day.isBefore(open) ? open : day,
            clock);

    poster.learn(SUBJECT, List.of(plain(), PAID));
    assertThat(poster.learn(SUBJECT, List.of())).isInstanceOf(Outcome.Unchanged.class);

    var entry = stores.ledger(BOOK).read(SUBJECT).getFirst().entry().orElseThrow();
    assertThat(entry.day()).isEqualTo(open);
    assertThat(entry.belongsTo()).isEqualTo(LocalDate.parse("2026-10-01"));
  }

  @Test
  void aSubjectStaysUnderTheRulesOfItsFirstEntryAndSaysSo() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(),
                PAID,
                parcel("p1", "2026-10-05", shipped("cup", 1)),
                cost(1, "2026-01-01"));
    books.amend(rules ->
        TestBooks.withPolicy(
            rules,
            rules.policy().with(new DisputePolicy(DisputePolicy.Lost.EXPENSE, TaxRelief.NONE))));
    assertThat(books.learn(SUBJECT, List.of()).discrepancies()).isEmpty();

    books.tell(lost("dp_1", "2026-10-20", "product_not_received", 10584));

    assertThat(books.balance(6010)).isZero();
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.RULES_CHANGED);
    assertThat(books.log(SUBJECT)).allMatch(step -> step.rules() == 1);
  }

  @Test
  void aSubjectWithoutAnEntryIsPostedUnderTodaysRules() {
    TestBooks books = TestBooks.standard().tell(plain());
    books.amend(rules -> TestBooks.withCutOver(rules, LocalDate.parse("2026-09-01")));

    books.tell(PAID);

    assertThat(books.log(SUBJECT).getLast().rules()).isEqualTo(2);
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  void aBookWithoutRulesRefusesToPost() {
    MemoryStores stores = new MemoryStores(Clock.systemUTC());
    Poster poster =
        new Poster(stores.ledger(BOOK), new RulesVersions(stores.state(BOOK)), Clock.systemUTC());

    assertThatThrownBy(() -> poster.learn(SUBJECT, List.of(plain())))
        .hasMessageContaining("blue-cup");
  }

  @Test
  void aFullSubjectKeepsWhatItHasAndSaysWhatItDidNotLearn() {
    TestBooks books = TestBooks.standard();
    for (int version = 1; version <= Step.MAX_STEPS; version++) {
      books.learn(SUBJECT, List.of(version(plain(), version)));
    }
    Outcome outcome = books.learn(SUBJECT, List.of(PAID));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Full.class,
            full -> {
              assertThat(full.notLearnt()).containsExactly(PAID);
              assertThat(full.discrepancies())
                  .extracting(Discrepancy::kind)
                  .containsExactly(Discrepancy.Kind.SUBJECT_FULL);
            });
    assertThat(books.log(SUBJECT)).hasSize(Step.MAX_STEPS);
    assertThat(books.learn(SUBJECT, List.of(version(plain(), 7))))
        .isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void theSameIdentityWithOtherMoneyIsAConflictWhateverTheOrder() {
    OrderPayment other = paid("1", 10583, "2026-10-01");
    TestBooks one = TestBooks.standard().tell(plain(), PAID, other);
    TestBooks two = TestBooks.standard().tell(other, PAID, plain());

    assertThat(one.net())
        .isEqualTo(two.net())
        .isEqualTo(entry("Dr 1100 105.84; Cr 2100 98.00; Cr 2010 7.84"));
    assertThat(one.kinds()).isEqualTo(two.kinds()).containsExactly(Discrepancy.Kind.CONFLICT);
  }

  @Test
  void aLateOlderVersionChangesNothingAndIsNotKept() {
    OrderState newer = version(order(List.of(goods("cup", 1, 9000, 0, List.of())), List.of()), 2);
    TestBooks books = TestBooks.standard().tell(newer, paid("1", 9000, "2026-10-01"));

    assertThat(books.learn(SUBJECT, List.of(plain()))).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void aSweepCanAskWhetherAFactWouldAddAnything() {
    TestBooks books = TestBooks.standard().tell(version(plain(), 2), PAID);
    Facts facts = Facts.in(books.log(SUBJECT));

    assertThat(facts.know(plain())).isTrue();
    assertThat(facts.know(version(plain(), 2))).isTrue();
    assertThat(facts.know(version(plain(), 3))).isFalse();
    assertThat(facts.know(PAID)).isTrue();
    assertThat(facts.know(paid("1", 1, "2026-10-01"))).isFalse();
    assertThat(facts.know(paid("2", 1, "2026-10-01"))).isFalse();
  }

  @Test
  void everyCostOfAnItemIsKept() {
    TestBooks books = TestBooks.standard().tell(cost(100, "2026-01-01"), cost(200, "2026-02-01"));
    SubjectId item = new SubjectId(SubjectId.Kind.ITEM, SHOP, CUP.value());

    assertThat(books.learn(item, List.of(cost(100, "2026-01-01"))))
        .isInstanceOf(Outcome.Unchanged.class);
    assertThat(books.log(item)).hasSize(2).allMatch(step -> step.entry().isEmpty());
  }
}
