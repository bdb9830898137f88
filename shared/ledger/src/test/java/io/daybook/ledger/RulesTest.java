package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.ledger.policy.ClaimPolicy;
import io.daybook.ledger.policy.DeliveryPolicy;
import io.daybook.ledger.policy.FeeTax;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.ledger.policy.TaxPoint;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.ledger.policy.TaxRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RulesTest {
  private static final Origin SHOP = new Origin("shopify", "blue-cup");
  private static final Origin STRIPE = new Origin("stripe", "acct_1");
  private static final Origin BANK = new Origin("bank", "DE89");
  private static final Rules RULES =
      new Rules(
          0,
          new CurrencyCode("USD"),
          ZoneId.of("America/New_York"),
          Map.of(SHOP, LocalDate.parse("2026-02-01")),
          Map.of(STRIPE, "main"),
          Map.of(new Gateway("stripe"), STRIPE),
          Map.of(BANK, "checking"),
          Policy.standard());

  private final StateStore state = new MemoryStores(Clock.systemUTC()).state(new Book("blue-cup"));
  private final RulesVersions versions = new RulesVersions(state);

  private static Rules waiting(Rules rules, int days) {
    return rules.with(rules.policy().with(new ClaimPolicy(days)));
  }

  @Test
  void accountsAreNamedAsTheRulesSayElseByTheirPlatform() {
    assertThat(RULES.clearing(STRIPE)).hasToString("1010:main");
    assertThat(RULES.clearing(new Origin("paypal", "x"))).hasToString("1010:paypal");
    assertThat(RULES.bank(BANK)).hasToString("1000:checking");
    assertThat(RULES.bank(new Origin("bank", "GB29"))).hasToString("1000:GB29");
    assertThat(RULES.feed(new Gateway("stripe"))).contains(STRIPE);
    assertThat(RULES.feed(new Gateway("cash"))).isEmpty();
    assertThat(RULES.firstDay(SHOP)).contains(LocalDate.parse("2026-02-01"));
    assertThat(RULES.firstDay(STRIPE)).isEmpty();
  }

  @Test
  @Tag("failure-15")
  void aDayIsOneOfTheBooksZone() {
    assertThat(RULES.day(Instant.parse("2026-10-02T00:30:00Z"))).isEqualTo("2026-10-01");
  }

  @Test
  void aChangeIsANewVersionAndNoChangeIsNone() {
    assertThat(versions.current()).isEmpty();
    Rules first = versions.amend(RULES, rules -> rules);
    Rules same = versions.amend(RULES, rules -> rules);
    Rules second = versions.amend(RULES, rules -> waiting(rules, 3));

    assertThat(first.version()).isEqualTo(1);
    assertThat(same).isEqualTo(first);
    assertThat(second.version()).isEqualTo(2);
    assertThat(versions.version(1)).isEqualTo(first);
    assertThat(versions.current()).contains(second);
    assertThatIllegalStateException()
        .isThrownBy(() -> versions.version(3))
        .withMessageContaining("has no rules 3");
  }

  @Test
  void whoReadsOnceSeesWhatWasThereThenAndNothingElse() {
    RulesVersions once = RulesVersions.readOnce(state);
    Rules first = versions.amend(RULES, rules -> rules);
    assertThat(once.current()).contains(first);
    Rules second = versions.amend(RULES, rules -> waiting(rules, 3));

    assertThat(once.current()).contains(first);
    assertThat(RulesVersions.readOnce(state).current()).contains(second);
  }

  @Test
  void aChangeThatAnotherOvertakesIsMadeAgainOnTopOfIt() {
    versions.amend(RULES, rules -> rules);
    AtomicInteger tries = new AtomicInteger();

    Rules changed =
        versions.amend(
            RULES,
            rules -> {
              if (tries.getAndIncrement() == 0) {
                Rules _ = versions.amend(RULES, other -> waiting(other, 11));
              }
              return rules.with(rules.policy().with(new DeliveryPolicy(0, Map.of())));
            });

    assertThat(tries).hasValue(2);
    assertThat(changed.version()).isEqualTo(3);
    assertThat(changed.policy().claims()).isEqualTo(new ClaimPolicy(11));
    assertThat(changed.policy().delivery().transitDays()).isZero();
  }

  @Test
  void aChangeThatIsOvertakenForEverIsGivenUp() {
    versions.amend(RULES, rules -> rules);
    AtomicInteger day = new AtomicInteger(100);

    assertThatIllegalStateException()
        .isThrownBy(() ->
            versions.amend(
                RULES,
                rules -> {
                  Rules _ = versions.amend(RULES, other -> waiting(other, day.incrementAndGet()));
                  return waiting(rules, 1);
                }))
        .withMessageContaining("20 times");
  }

  @Test
  void ofSeveralTaxRulesTheLongestBeginningFits() {
    TaxRule county = new TaxRule("LA", TaxPoint.SUPPLY);
    TaxRule state = new TaxRule("CA", TaxPoint.SALE);
    TaxRule others = new TaxRule("", TaxPoint.PAYMENT);
    TaxPolicy policy =
        TaxPolicy.standard().withRules(others, Map.of("US-CA", state, "US-CA-LA", county));

    assertThat(policy.rule("US-CA-LA-1")).isEqualTo(county);
    assertThat(policy.rule("US-CA")).isEqualTo(state);
    assertThat(policy.rule("US-NY")).isEqualTo(others);
  }

  @Test
  @Tag("accounting-3")
  void taxOnFeesIsAProcessorsOwnOrThatOfAll() {
    FeeTax theirs = FeeTax.of(FeeTax.Treatment.RECOVERABLE);
    TaxPolicy policy = TaxPolicy.standard().withFeesBy(Map.of("paypal", theirs));

    assertThat(policy.feeTax("paypal")).isEqualTo(theirs);
    assertThat(policy.feeTax("stripe")).isEqualTo(FeeTax.of(FeeTax.Treatment.NOT_RECOVERABLE));
  }

  @Test
  void sharesAndDaysHaveLimits() {
    Map<String, Integer> all = Map.of("none", 0, "all", RecognitionPolicy.WHOLE);
    assertThat(RecognitionPolicy.standard().with(all).agentCommission()).isEqualTo(all);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecognitionPolicy.standard().with(Map.of("more", 10_001)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecognitionPolicy.standard().with(Map.of("less", -1)));
    DeliveryPolicy today = new DeliveryPolicy(0, Map.of("bike", 0));
    assertThat(today.days(Optional.of("bike"), Optional.empty())).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryPolicy(-1, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryPolicy(1, Map.of("bike", -1)));
  }

  @Test
  void anAccountOutsideTheChartHasNoName() {
    assertThat(ChartOfAccounts.has(AccountCode.of(1010, "stripe"))).isTrue();
    assertThat(ChartOfAccounts.has(AccountCode.of(1999))).isFalse();
    assertThat(ChartOfAccounts.name(AccountCode.of(2100))).isEqualTo("Deferred revenue");
    assertThat(ChartOfAccounts.name(AccountCode.of(2100, "x"))).isEqualTo("Deferred revenue: x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChartOfAccounts.name(AccountCode.of(1999)))
        .withMessageContaining("1999");
    assertThat(ChartOfAccounts.accounts())
        .contains(ChartOfAccounts.account(AccountCode.of(2100)))
        .hasSizeGreaterThan(60);
  }
}
