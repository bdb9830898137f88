package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.BOOK;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.STRIPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.ChartChange;
import io.daybook.events.Dimensions;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.events.Jurisdiction;
import io.daybook.events.ManualEntry;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.Repost;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.Chart;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Mapping;
import io.daybook.ledger.MappingLine;
import io.daybook.ledger.OwnNumber;
import io.daybook.ledger.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where sales were made, and on which of the accountant's accounts they are shown. */
class ShownTest {
  /** Mutation runs every test for every mutant, and takes fewer. */
  private static final int SEEDS = Integer.getInteger("daybook.seeds", 100);

  private static final Optional<String> NO = Optional.empty();

  private static MappingLine line(String account, String own) {
    return line(account, NO, NO, NO, Optional.empty(), NO, own);
  }

  private static MappingLine line(
      String account,
      Optional<String> location,
      Optional<String> productType,
      Optional<String> channel,
      Optional<Origin> connection,
      Optional<String> jurisdiction,
      String own) {
    String type =
        switch (account.charAt(0)) {
          case '1' -> "asset";
          case '2' -> "liability";
          case '4' -> "revenue";
          default -> "expense";
        };
    return MappingLine.of(
        new ChartChange.Line(
            account,
            connection,
            channel,
            location,
            NO,
            jurisdiction,
            productType,
            own,
            "Own " + own,
            type));
  }

  private static Rules mapped(Rules rules, MappingLine... lines) {
    return rules.with(
        new Chart(ChartPreset.US_GAAP, Chart.Keeping.KEPT, Mapping.of(List.of(lines))));
  }

  private static TestBooks books(MappingLine... lines) {
    return TestBooks.with(rules -> mapped(rules, lines));
  }

  /** Balances by own account, or by default account where there is none. */
  private static Map<String, Long> shown(TestBooks books) {
    Map<String, Long> sums = new TreeMap<>();
    for (Leg leg : legs(books)) {
      sums.merge(
          leg.own().map(OwnNumber::value).orElse(leg.account().toString()),
          leg.minor(),
          Math::addExact);
    }
    sums.values().removeIf(minor -> minor == 0);
    return sums;
  }

  private static List<Leg> legs(TestBooks books) {
    return books.entries().stream().flatMap(entry -> entry.legs().stream()).toList();
  }

  private static OrderLine typed(
      String id, String type, long gross, String jurisdiction, long tax) {
    return new OrderLine(
        new io.daybook.events.LineId(id),
        Optional.of(CUP),
        OrderLine.Kind.GOODS,
        1,
        gross,
        0,
        List.of(new TaxAmount(new Jurisdiction(jurisdiction), "0.1", tax)),
        Optional.empty(),
        Optional.empty(),
        Optional.of(type));
  }

  private static List<Fact> sale(OrderState order) {
    return List.of(
        order,
        paid("p1", order.totalMinor(), "2026-10-02"),
        parcel(
            "f1",
            "2026-10-03",
            order.lines().stream()
                .map(line -> shipped(line.id().value(), line.quantity()))
                .toArray(io.daybook.events.Fulfilment.Shipped[]::new)));
  }

  private static void tell(TestBooks books, List<Fact> facts) {
    facts.forEach(books::tell);
  }

  @Test
  void anEntryKeepsWhereItsOrderWasSold() {
    TestBooks books = books();
    tell(books, sale(plain().soldAt(Optional.of("pos"), Optional.of("655441491"))));
    books.tell(charged("p1", 10584, "2026-10-02"));

    assertThat(books.log(SUBJECT).stream().flatMap(step -> step.entry().stream()))
        .isNotEmpty()
        .allSatisfy(
            entry -> assertThat(entry.dimensions()).contains(Dimensions.parse("pos|655441491")));
    assertThat(books.entries().stream().filter(e -> e.occasion().startsWith("transaction")))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.dimensions()).isEmpty());
  }

  @Test
  void whereItWasSoldIsKnownLateAndMovesWhatWasPosted() {
    TestBooks early = books();
    TestBooks late = books();
    OrderState told = plain().soldAt(Optional.of("pos"), Optional.of("7"));
    tell(early, sale(told));
    tell(late, sale(plain()));
    late.tell(told);

    assertThat(byPlace(late)).isEqualTo(byPlace(early));
    assertThat(late.kinds()).isEqualTo(early.kinds());
  }

  /** Balances by dimension and account. */
  private static Map<String, Long> byPlace(TestBooks books) {
    Map<String, Long> sums = new TreeMap<>();
    for (Entry entry : books.entries()) {
      for (Leg leg : entry.legs()) {
        sums.merge(
            entry.dimensions().map(Dimensions::toString).orElse("") + " " + leg.account(),
            leg.minor(),
            Math::addExact);
      }
    }
    sums.values().removeIf(minor -> minor == 0);
    return sums;
  }

  @Test
  void rulesOfATimeBeforeDimensionsKeepNone() {
    TestBooks books = TestBooks.with(rules -> rules.with(Chart.beforeCharts()));
    tell(books, sale(plain().soldAt(Optional.of("pos"), Optional.of("7"))));

    assertThat(books.entries()).allSatisfy(entry -> assertThat(entry.dimensions()).isEmpty());
  }

  @Test
  void theLineThatSaysMostDecides() {
    TestBooks books =
        books(
            line("4000", "8400"),
            line("4000", Optional.of("7"), NO, NO, Optional.empty(), NO, "8407"),
            line("4000", NO, Optional.of("Cups"), NO, Optional.empty(), NO, "8410"),
            line("4000", Optional.of("7"), Optional.of("Cups"), NO, Optional.empty(), NO, "8417"));
    OrderState order =
        order(
            List.of(typed("a", "Cups", 3000, "US-NY", 0), typed("b", "Tea", 2000, "US-NY", 0)),
            List.of());
    tell(books, sale(order.soldAt(Optional.of("pos"), Optional.of("7"))));

    assertThat(shown(books)).containsEntry("8417", -3000L).containsEntry("8407", -2000L);
    assertThat(shown(books)).doesNotContainKeys("4000", "8400", "8410");
  }

  @Test
  void whatComesBackIsShownByProductToo() {
    TestBooks books =
        books(
            line("4900", NO, Optional.of("Cups"), NO, Optional.empty(), NO, "8910"),
            line("5000", NO, Optional.of("Cups"), NO, Optional.empty(), NO, "5410"));
    OrderState order =
        order(
            List.of(typed("a", "Cups", 3000, "US-NY", 0), typed("b", "Tea", 2000, "US-NY", 0)),
            List.of());
    books.tell(cost(700, "2026-09-01"));
    tell(books, sale(order));
    books.tell(
        refund(
            "r1",
            "2026-10-05",
            5000,
            List.of(
                returned("a", 1, 3000, 0, io.daybook.events.Refund.Restock.NONE),
                returned("b", 1, 2000, 0, io.daybook.events.Refund.Restock.NONE)),
            0,
            0));

    assertThat(shown(books))
        .containsEntry("8910", 3000L)
        .containsEntry("4900", 2000L)
        .containsEntry("5410", 700L)
        .containsEntry("5000", 700L);
  }

  @Test
  void salesAreShownByTheTaxThatIsOnThem() {
    TestBooks books =
        books(
            line("4000", "8400"),
            line("4000", NO, NO, NO, Optional.empty(), Optional.of("FR"), "8320"),
            line("2010", "1770"),
            line("2010", NO, NO, NO, Optional.empty(), Optional.of("US"), "1780"));
    OrderState order =
        order(
            List.of(typed("a", "Cups", 3000, "FR", 600), typed("b", "Tea", 2000, "US-CA", 200)),
            List.of());
    tell(books, sale(order));

    assertThat(shown(books))
        .containsEntry("8320", -3000L)
        .containsEntry("8400", -2000L)
        .containsEntry("1770", -600L)
        .containsEntry("1780", -200L);
  }

  @Test
  void storesOfOneBookAreShownApart() {
    Origin other = Origin.parse("shopify:red-cup");
    TestBooks books =
        books(
            line("4000", "8400"),
            line("4000", NO, NO, NO, Optional.of(SHOP), NO, "8401"),
            line("1010:stripe", "1360"));
    tell(books, sale(plain()));
    OrderState elsewhere =
        new OrderState(
            other,
            ORDER,
            1,
            "#1",
            at("2026-10-01"),
            TestBooks.USD,
            TestBooks.USD,
            List.of(goods("cup", 1, 5000, 0, List.of())),
            List.of(),
            0,
            0,
            5000,
            Optional.empty(),
            io.daybook.events.Mode.LIVE);
    books.tell(
        elsewhere,
        new io.daybook.events.Fulfilment(
            other,
            new io.daybook.events.FulfilmentId("f9"),
            ORDER,
            1,
            at("2026-10-03"),
            Optional.empty(),
            List.of(shipped("cup", 1))));
    books.tell(charged("p1", 10584, "2026-10-02"));

    assertThat(shown(books))
        .containsEntry("8401", -10000L)
        .containsEntry("8400", -5000L)
        .containsEntry("1360", 10584L);
    assertThat(books.open(1100, "p1")).isZero();
    assertThat(STRIPE.platform()).isEqualTo("stripe");
  }

  @Test
  void aSubjectStaysUnderTheMappingOfItsFirstEntryUntilItIsPostedAgain() {
    TestBooks books = books(line("2100", "3100"), line("4000", "8400"));
    List<Fact> facts = sale(plain());
    books.tell(facts.get(0), facts.get(1));
    books.amend(rules -> mapped(rules, line("2100", "3200"), line("4000", "8500")));
    books.tell(facts.get(2));

    assertThat(shown(books))
        .containsEntry("8400", -10000L)
        .doesNotContainKeys("3100", "3200", "8500");
    assertThat(books.kinds()).contains(Discrepancy.Kind.RULES_CHANGED);

    Map<String, Long> before = books.net();
    books.learn(
        SUBJECT,
        List.of(
            new Repost(
                Origin.parse("daybook:" + BOOK.name()),
                SUBJECT.toString(),
                2,
                "A. Keeper",
                "new chart",
                at("2026-11-01"))));

    assertThat(shown(books)).containsEntry("8500", -10000L).doesNotContainKeys("8400");
    assertThat(books.net()).isEqualTo(before);
    assertThat(books.kinds()).doesNotContain(Discrepancy.Kind.RULES_CHANGED);
  }

  /** Any mapping, with lines for what random orders have. */
  private static MappingLine[] anyMapping(Random random) {
    List<MappingLine> lines = new ArrayList<>();
    for (String account :
        List.of("1100", "2010", "2100", "2230", "4000", "4010", "4090", "4900", "5000", "6010")) {
      for (int i = random.nextInt(3); i > 0; i--) {
        boolean meets = account.compareTo("2100") < 0 || account.equals("2230");
        lines.add(
            line(
                account,
                meets ? NO : pick(random, "7", "8"),
                account.startsWith("4") ? pick(random, "Consigned", "Cups") : NO,
                meets ? NO : pick(random, "pos", "web"),
                meets || random.nextBoolean() ? Optional.empty() : Optional.of(SHOP),
                account.equals("2010") ? pick(random, "US", "US-NY") : NO,
                "9" + random.nextInt(1000)));
      }
    }
    return lines.toArray(MappingLine[]::new);
  }

  private static Optional<String> pick(Random random, String... values) {
    int index = random.nextInt(values.length + 1);
    return index == values.length ? NO : Optional.of(values[index]);
  }

  private static List<Fact> placed(List<Fact> facts) {
    return facts.stream()
        .map(fact ->
            fact instanceof OrderState order
                ? order.soldAt(Optional.of("pos"), Optional.of("7"))
                : fact)
        .toList();
  }

  /** Balances by day, account, currency, reference and tax. */
  private static Map<String, Long> byDefault(TestBooks books) {
    Map<String, Long> sums = new TreeMap<>();
    for (Entry entry : books.entries()) {
      for (Leg leg : entry.legs()) {
        sums.merge(
            String.join(
                " ",
                entry.day().toString(),
                leg.account().toString(),
                leg.reference().map(Reference::value).orElse(""),
                leg.tax().toString()),
            leg.minor(),
            Math::addExact);
      }
    }
    sums.values().removeIf(minor -> minor == 0);
    return sums;
  }

  @Test
  @Tag("failure-41")
  void noMappingChangesATotalOfADefaultAccount() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Fact> facts = placed(RandomLife.wild(seed));
      TestBooks plain = TestBooks.standard();
      TestBooks mapped = books(anyMapping(new Random(seed)));
      TestBooks changed = books(anyMapping(new Random(seed)));
      int half = facts.size() / 2;
      tell(plain, facts);
      tell(mapped, facts);
      tell(changed, facts.subList(0, half));
      long other = seed + SEEDS;
      changed.amend(rules -> mapped(rules, anyMapping(new Random(other))));
      tell(changed, facts.subList(half, facts.size()));
      Map<String, Long> before = byDefault(changed);
      changed.learn(SUBJECT, List.of(again(2)));

      assertThat(byDefault(mapped)).as("seed %d", seed).isEqualTo(byDefault(plain));
      assertThat(before).as("seed %d", seed).isEqualTo(byDefault(plain));
      assertThat(byDefault(changed)).as("seed %d, again", seed).isEqualTo(byDefault(plain));
    }
  }

  private static Repost again(int version) {
    return new Repost(
        Origin.parse("daybook:" + BOOK.name()),
        SUBJECT.toString(),
        version,
        "A. Keeper",
        "new chart",
        at("2026-11-01"));
  }

  @Test
  void whateverTheOrderOfArrivalFiguresOfAnOwnAccountAreTheSame() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Fact> facts = placed(RandomLife.wild(seed));
      TestBooks straight = books(anyMapping(new Random(seed)));
      TestBooks shuffled = books(anyMapping(new Random(seed)));
      tell(straight, facts);
      List<Fact> mixed =
          new ArrayList<>(
              Stream.concat(
                      facts.stream().filter(io.daybook.events.ItemCost.class::isInstance),
                      shuffled(facts, seed).stream()
                          .filter(fact -> !(fact instanceof io.daybook.events.ItemCost)))
                  .toList());
      tell(shuffled, mixed);
      shuffled.learn(SUBJECT, List.of());

      assertThat(shown(shuffled)).as("seed %d", seed).isEqualTo(shown(straight));
    }
  }

  /** Own numbers that begin with 1 until a day, and with 2 from it on. */
  private static TestBooks changedOn(String day) {
    MappingLine[] before = {line("4000", "14000"), line("2100", "12100"), line("1010", "11010")};
    MappingLine[] after = {line("4000", "24000"), line("2100", "22100"), line("1010", "21010")};
    return TestBooks.with(rules ->
        rules.with(
            mapped(rules, before)
                .chart()
                .changed(
                    ChartPreset.US_GAAP,
                    Optional.of(LocalDate.parse(day)),
                    LocalDate.MIN,
                    Mapping.of(List.of(after)))));
  }

  @Test
  void aSaleStaysUnderTheMappingOfTheDayOnWhichItWasPlaced() {
    TestBooks books = changedOn("2026-10-02");
    tell(books, sale(plain()));
    books.tell(charged("p1", 10584, "2026-10-02"));

    assertThat(shown(books)).containsEntry("14000", -10000L).containsKey("21010");
    assertThat(shown(books)).doesNotContainKeys("24000", "22100", "12100", "11010");
    assertThat(books.kinds()).doesNotContain(Discrepancy.Kind.RULES_CHANGED);
  }

  @Test
  void aSalePlacedOnTheDayIsUnderTheNewMapping() {
    TestBooks books = changedOn("2026-10-01");
    tell(books, sale(plain()));

    assertThat(shown(books)).containsEntry("24000", -10000L);
    assertThat(shown(books)).doesNotContainKeys("14000", "22100", "12100");
  }

  @Test
  void whatNoSwitchConcernsIsUnderTheMappingOfItsFirstDay() {
    for (String day : List.of("2026-10-04", "2026-10-05")) {
      TestBooks books = changedOn("2026-10-05");
      books.tell(
          new ManualEntry(
              Origin.parse("daybook:" + BOOK.name()),
              new Reference("m"),
              LocalDate.parse(day),
              "Bank fee",
              List.of(
                  new EnteredLeg("4000", TestBooks.USD, -100, -100, Optional.empty()),
                  new EnteredLeg("6000", TestBooks.USD, 100, 100, Optional.empty())),
              "A. Keeper",
              "a fee",
              at("2026-10-31")));

      assertThat(shown(books)).containsKey(day.equals("2026-10-05") ? "24000" : "14000");
    }
  }

  private static List<Fact> shuffled(List<Fact> facts, long seed) {
    List<Fact> mixed = new ArrayList<>(facts);
    java.util.Collections.shuffle(mixed, new Random(seed));
    return mixed;
  }
}
