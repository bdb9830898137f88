package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Tender;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.ledger.policy.ClaimPolicy;
import io.daybook.ledger.policy.DeliveryPolicy;
import io.daybook.ledger.policy.DisputePolicy;
import io.daybook.ledger.policy.ExchangePolicy;
import io.daybook.ledger.policy.FeeTax;
import io.daybook.ledger.policy.LatePolicy;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.ledger.policy.RoundingPolicy;
import io.daybook.ledger.policy.TaxPoint;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.ledger.policy.TaxRelief;
import io.daybook.ledger.policy.TaxRule;
import io.daybook.ledger.policy.TenderPolicy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesVersionsTest {
  private final StateStore state = new MemoryStores(Clock.systemUTC()).state(new Book("blue-cup"));
  private final RulesVersions versions = new RulesVersions(state);

  private static String rules(String policy) {
    return """
    {"version":1,"currency":"USD","zone":"America/New_York","cutOver":{},"clearing":{},\
    "feeds":{"shopify_payments":"shopify:blue-cup"},"banks":{},"policy":%s}\
    """
        .formatted(policy);
  }

  private Policy read(String policy) {
    assertThat(state.put(new StateStore.Write(StateStore.Kind.RULES, "000001", 0, rules(policy))))
        .isTrue();
    return versions.version(1).policy();
  }

  @Test
  void aPolicyAsTheFirstVersionWroteItIsReadUnderItsThemes() {
    Policy policy =
        read(
            """
            {"shipping":"PRO_RATA","settlement":"ORDER_RATE","lostDispute":"EXPENSE",\
            "lostDisputeTax":"CLAIMED","roundingCapMinor":9,"waitingDays":3}\
            """);

    assertThat(policy)
        .isEqualTo(
            Policy.standard()
                .with(RecognitionPolicy.standard().with(RecognitionPolicy.Shipping.PRO_RATA))
                .with(new ExchangePolicy(ExchangePolicy.Settled.ORDER_RATE))
                .with(new DisputePolicy(DisputePolicy.Lost.EXPENSE, TaxRelief.CLAIMED))
                .with(new RoundingPolicy(9))
                .with(new ClaimPolicy(3)));
    assertThat(versions.current()).isPresent();
  }

  @Test
  void whatATextDoesNotSayHasItsDefault() {
    assertThat(read("{}")).isEqualTo(Policy.standard());
    assertThat(
            PolicyTextSample.read(
                "{\"recognition\":{\"trigger\":\"DELIVERY\"},\"late\":{\"facts\":\"WAIT\"}}"))
        .isEqualTo(
            Policy.standard()
                .with(RecognitionPolicy.standard().with(RecognitionPolicy.Trigger.DELIVERY))
                .with(new LatePolicy(LatePolicy.Facts.WAIT)));
  }

  @Test
  void aSwitchThatNobodyKnowsIsRefused() {
    assertThatIllegalStateException().isThrownBy(() -> read("{\"tax\":{\"magic\":1}}"));
    assertThatIllegalStateException()
        .isThrownBy(() -> PolicyTextSample.read("{\"colour\":\"blue\"}"));
  }

  @Test
  void everySwitchIsWrittenAndReadBack() {
    Policy policy =
        Policy.europeanUnion()
            .with(
                RecognitionPolicy.standard()
                    .with(RecognitionPolicy.Deferral.OFF)
                    .with(RecognitionPolicy.Basis.CASH)
                    .with(RecognitionPolicy.Term.BY_MONTH)
                    .with(Map.of("consigned", 1500)))
            .with(new DeliveryPolicy(4, Map.of("dhl/US", 9)))
            .with(
                TaxPolicy.standard()
                    .with(TaxPolicy.Facilitator.NET)
                    .with(new FeeTax(FeeTax.Treatment.REVERSE_CHARGE, 1900))
                    .withFeesBy(Map.of("paypal", FeeTax.of(FeeTax.Treatment.RECOVERABLE)))
                    .withRestockingFee(TaxPolicy.Kept.TAXED)
                    .withDeposit(TaxPolicy.Kept.NOT_TAXED)
                    .withBadDebt(TaxRelief.CLAIMED))
            .with(new TenderPolicy(TenderPolicy.Tips.INCOME, Map.of("till", Tender.CASH)))
            .with(new LatePolicy(LatePolicy.Facts.WAIT));
    Rules first =
        new Rules(
            0,
            new CurrencyCode("EUR"),
            ZoneOffset.UTC,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            policy);

    Rules written = versions.amend(first, rules -> rules);

    assertThat(versions.current()).isEqualTo(Optional.of(written));
    assertThat(written.policy()).isEqualTo(policy);
  }

  @Test
  void theLongestBeginningOfAJurisdictionDecides() {
    TaxPolicy tax =
        TaxPolicy.standard()
            .withRules(
                new TaxRule("", TaxPoint.PAYMENT),
                Map.of(
                    "US", new TaxRule("US", TaxPoint.SALE),
                    "US-NY", new TaxRule("NY", TaxPoint.SUPPLY)));

    assertThat(tax.rule("US-NY-NYC").regime()).isEqualTo("NY");
    assertThat(tax.rule("US-CA").point()).isEqualTo(TaxPoint.SALE);
    assertThat(tax.rule("DE")).isEqualTo(new TaxRule("", TaxPoint.PAYMENT));
  }

  @Test
  void theDefaultsOfACountryAreThoseOfItsLaw() {
    assertThat(Policy.unitedStates().recognition().trigger())
        .isEqualTo(RecognitionPolicy.Trigger.SHIPMENT);
    assertThat(Policy.unitedStates().tax().rule("US-CA").point()).isEqualTo(TaxPoint.SALE);
    assertThat(Policy.europeanUnion().recognition().trigger())
        .isEqualTo(RecognitionPolicy.Trigger.DELIVERY);
    assertThat(Policy.europeanUnion().tax().rule("DE"))
        .isEqualTo(new TaxRule("EU", TaxPoint.INVOICE));
    assertThat(Policy.europeanUnion().tax().rule("OSS-FR"))
        .isEqualTo(new TaxRule("OSS", TaxPoint.SUPPLY));
    assertThat(Policy.unitedKingdom().tax().rule("GB").regime()).isEqualTo("UK");
    assertThat(Policy.unitedKingdom().tax().restockingFee()).isEqualTo(TaxPolicy.Kept.TAXED);
    assertThat(Policy.standard().tax().deposit()).isEqualTo(TaxPolicy.Kept.TAXED);
  }

  @Test
  void aCarriersZoneGoesBeforeItsOtherParcelsAndBothBeforeTheRest() {
    DeliveryPolicy delivery = new DeliveryPolicy(7, Map.of("dhl", 3, "dhl/US", 9));

    assertThat(delivery.days(Optional.of("dhl"), Optional.of("US"))).isEqualTo(9);
    assertThat(delivery.days(Optional.of("dhl"), Optional.of("DE"))).isEqualTo(3);
    assertThat(delivery.days(Optional.of("dhl"), Optional.empty())).isEqualTo(3);
    assertThat(delivery.days(Optional.of("ups"), Optional.of("US"))).isEqualTo(7);
    assertThat(delivery.days(Optional.empty(), Optional.of("US"))).isEqualTo(7);
  }

  @Test
  void valuesThatNoCaseNamesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryPolicy(-1, Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new DeliveryPolicy(1, Map.of("dhl", -1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecognitionPolicy.standard().with(Map.of("consigned", 10_001)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecognitionPolicy.standard().with(Map.of("consigned", -1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeeTax(FeeTax.Treatment.RECOVERABLE, -1));
  }

  /** A policy's text in a book of its own. */
  private static final class PolicyTextSample {
    private PolicyTextSample() {}

    static Policy read(String policy) {
      return new RulesVersionsTest().read(policy);
    }
  }
}
