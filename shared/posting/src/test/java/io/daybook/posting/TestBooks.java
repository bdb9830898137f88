package io.daybook.posting;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.memory.MemoryStores;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** The books of one shop in memory: tells facts the way the post function does and shows what the entries come to. */
public final class TestBooks {
  public static final Origin SHOP = Origin.parse("shopify:blue-cup");
  public static final Origin STRIPE = Origin.parse("stripe:acct_1");
  public static final Origin BANK = Origin.parse("bank:DE89");
  public static final CurrencyCode USD = new CurrencyCode("USD");
  public static final Gateway CARD = new Gateway("stripe");
  public static final Book BOOK = new Book("blue-cup");

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);
  private final MemoryStores stores = new MemoryStores(clock);
  private final RulesVersions rules = new RulesVersions(stores.state(BOOK));
  private final Map<SubjectId, Outcome> outcomes = new LinkedHashMap<>();
  private Poster poster = new Poster(stores.ledger(BOOK), rules, clock);

  private TestBooks() {}

  /** Books under the standard policy, with Stripe's feed connected. */
  public static TestBooks standard() {
    return with(UnaryOperator.identity());
  }

  /** Books under a changed policy. */
  public static TestBooks under(UnaryOperator<Policy> change) {
    return with(rules -> withPolicy(rules, change.apply(rules.policy())));
  }

  /** Books under changed rules. */
  public static TestBooks with(UnaryOperator<Rules> change) {
    TestBooks books = new TestBooks();
    books.amend(change);
    return books;
  }

  /** The rules that the examples are posted under. */
  public static Rules rules() {
    return new Rules(
        0,
        USD,
        ZoneId.of("America/New_York"),
        Map.of(),
        Map.of(STRIPE, "stripe"),
        Map.of(CARD, STRIPE),
        Map.of(BANK, "checking"),
        Policy.standard());
  }

  /** The same rules with another policy. */
  public static Rules withPolicy(Rules rules, Policy policy) {
    return rules.with(policy);
  }

  /** The same rules with a cut-over for all origins. */
  public static Rules withCutOver(Rules rules, LocalDate day) {
    return rules.with(Map.of(SHOP, day, STRIPE, day, BANK, day), rules.clearing(), rules.feeds());
  }

  /** A new version of the rules. */
  public void amend(UnaryOperator<Rules> change) {
    rules.amend(rules(), change);
  }

  /** From here on the ledger is seen through something that a test puts around it. */
  public void wrap(UnaryOperator<LedgerStore> wrapper) {
    poster = new Poster(wrapper.apply(stores.ledger(BOOK)), rules, clock);
  }

  public Poster poster() {
    return poster;
  }

  /** Tells each fact to each subject that it concerns. */
  public TestBooks tell(Fact... facts) {
    Recording.note(new Recording.Event.Before(List.of(facts)));
    return learn(facts);
  }

  private TestBooks learn(Fact... facts) {
    Arrays.stream(facts)
        .forEach(fact -> Routing.subjects(fact).forEach(subject -> learn(subject, List.of(fact))));
    return this;
  }

  /** Tells one subject. */
  public Outcome learn(SubjectId subject, List<? extends Fact> facts) {
    Outcome outcome = poster.learn(subject, facts);
    outcomes.put(subject, outcome);
    return outcome;
  }

  public List<Step> log(SubjectId subject) {
    return stores.ledger(BOOK).read(subject);
  }

  /** Every entry of every subject that was told something. */
  public List<Entry> entries() {
    return outcomes.keySet().stream()
        .flatMap(subject -> log(subject).stream())
        .flatMap(s -> s.entry().stream())
        .toList();
  }

  /** What an act changes, by account number; the sum over all subjects. */
  public SortedMap<String, Long> effectOf(Fact... facts) {
    SortedMap<String, Long> effect = new TreeMap<>();
    sums().forEach((account, minor) -> effect.merge(account, -minor, Math::addExact));
    TestBooks _ = learn(facts);
    sums().forEach((account, minor) -> effect.merge(account, minor, Math::addExact));
    effect.values().removeIf(minor -> minor == 0);
    Recording.note(new Recording.Event.Told(List.of(facts), effect));
    return effect;
  }

  /** Balances by account number. */
  public SortedMap<String, Long> net() {
    Recording.note(new Recording.Event.Looked("all of it"));
    return sums();
  }

  private SortedMap<String, Long> sums() {
    return sum(entries().stream().flatMap(entry -> entry.legs().stream()).toList());
  }

  /** Balances under an occasion's name, by account number. */
  public SortedMap<String, Long> of(String occasion) {
    String kind = occasion.split("/", -1)[0].replace('-', ' ');
    Recording.note(new Recording.Event.Looked("the entry of the " + kind));
    return sum(
        entries().stream()
            .filter(entry -> entry.occasion().equals(occasion))
            .flatMap(e -> e.legs().stream())
            .toList());
  }

  /** All legs of an account with a mark for the tax report. */
  public List<Leg> marked(int account) {
    return entries().stream()
        .flatMap(entry -> entry.legs().stream())
        .filter(leg -> leg.account().number() == account && leg.tax().isPresent())
        .toList();
  }

  /** Balances on a day by account number. */
  public SortedMap<String, Long> on(String day) {
    LocalDate date = LocalDate.parse(day);
    Recording.note(new Recording.Event.Looked("on " + day));
    return sum(
        entries().stream()
            .filter(entry -> entry.day().equals(date))
            .flatMap(e -> e.legs().stream())
            .toList());
  }

  /** The balance of an account, all its qualifiers together. */
  public long balance(int account) {
    return sums().getOrDefault(Integer.toString(account), 0L);
  }

  /** What stands open on an account under a reference. */
  public long open(int account, String reference) {
    ToLongFunction<Leg> minor = Leg::minor;
    return entries().stream()
        .flatMap(entry -> entry.legs().stream())
        .filter(leg -> leg.account().number() == account)
        .filter(leg -> leg.reference().filter(under -> under.value().equals(reference)).isPresent())
        .mapToLong(minor)
        .sum();
  }

  /** The balance of an account with its qualifier. */
  public long balance(String account) {
    return entries().stream()
        .flatMap(entry -> entry.legs().stream())
        .filter(leg -> leg.account().equals(AccountCode.parse(account)))
        .mapToLong(Leg::minor)
        .sum();
  }

  /** The discrepancies of all subjects as they stand now. */
  public List<Discrepancy> discrepancies() {
    return outcomes.values().stream().flatMap(outcome -> outcome.discrepancies().stream()).toList();
  }

  /** Their kinds. */
  public List<Discrepancy.Kind> kinds() {
    return discrepancies().stream().map(Discrepancy::kind).toList();
  }

  private static SortedMap<String, Long> sum(List<Leg> legs) {
    SortedMap<String, Long> net = new TreeMap<>();
    legs.forEach(
        leg -> net.merge(Integer.toString(leg.account().number()), leg.minor(), Math::addExact));
    net.values().removeIf(minor -> minor == 0);
    return net;
  }

  /** An entry as ACCOUNTING.md writes it, such as {@code Dr 1010 105.84; Cr 1100 105.84}. */
  public static SortedMap<String, Long> entry(String text) {
    Recording.note(new Recording.Event.Entry(text));
    SortedMap<String, Long> legs = new TreeMap<>();
    for (String leg : text.split("; ", -1)) {
      List<String> words = List.of(leg.split(" ", -1));
      long minor = new BigDecimal(words.get(2)).movePointRight(2).longValueExact();
      legs.merge(words.get(1), words.get(0).equals("Dr") ? minor : -minor, Math::addExact);
    }
    legs.values().removeIf(minor -> minor == 0);
    return legs;
  }

  /** A duplicate-free optional of the only discrepancy of a kind. */
  public Optional<Discrepancy> only(Discrepancy.Kind kind) {
    return discrepancies().stream().filter(found -> found.kind() == kind).findFirst();
  }
}
