package io.daybook.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.Tender;
import io.daybook.ledger.policy.RecognitionPolicy.Basis;
import io.daybook.ledger.policy.RecognitionPolicy.Deferral;
import io.daybook.ledger.policy.RecognitionPolicy.Shipping;
import io.daybook.ledger.policy.RecognitionPolicy.Term;
import io.daybook.ledger.policy.RecognitionPolicy.Trigger;
import io.daybook.ledger.policy.TaxPolicy.Facilitator;
import io.daybook.ledger.policy.TaxPolicy.Kept;
import io.daybook.ledger.policy.TaxPolicy.Vouchers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a book starts with by theme, what each change leaves as it was, and what a theme refuses. */
final class ThemesTest {
  @Test
  void aBookStartsWithTheDefaultsThatItsSwitchesName() {
    assertThat(ClaimPolicy.standard()).isEqualTo(new ClaimPolicy(7));
    assertThat(DeliveryPolicy.standard()).isEqualTo(new DeliveryPolicy(7, Map.of()));
    assertThat(DisputePolicy.standard())
        .isEqualTo(new DisputePolicy(DisputePolicy.Lost.BY_REASON, TaxRelief.NONE));
    assertThat(ExchangePolicy.standard())
        .isEqualTo(new ExchangePolicy(ExchangePolicy.Settled.SETTLEMENT_VALUE));
    assertThat(LatePolicy.standard()).isEqualTo(new LatePolicy(LatePolicy.Facts.MOVE));
    assertThat(RecognitionPolicy.standard())
        .isEqualTo(
            new RecognitionPolicy(
                Trigger.SHIPMENT,
                Deferral.ON,
                Basis.ACCRUAL,
                Shipping.FIRST_PARCEL,
                Term.BY_DAY,
                Map.of()));
    assertThat(RoundingPolicy.standard()).isEqualTo(new RoundingPolicy(5));
    assertThat(StockPolicy.standard())
        .isEqualTo(new StockPolicy(StockPolicy.WriteDownReversal.ALLOWED));
    assertThat(TenderPolicy.standard())
        .isEqualTo(new TenderPolicy(TenderPolicy.Tips.LIABILITY, Map.of()));
    assertThat(TaxPolicy.standard())
        .isEqualTo(
            new TaxPolicy(
                Facilitator.GROSS,
                new FeeTax(FeeTax.Treatment.NOT_RECOVERABLE, 0),
                Map.of(),
                Kept.NOT_TAXED,
                Kept.TAXED,
                TaxRelief.NONE,
                0,
                Vouchers.BY_SALE,
                new TaxRule("", TaxPoint.PAYMENT),
                Map.of()));
  }

  @Test
  void aChangeOfRecognitionLeavesAllElse() {
    RecognitionPolicy changed =
        RecognitionPolicy.standard()
            .with(Map.of("Art", 1_500))
            .with(Trigger.DELIVERY)
            .with(Deferral.OFF)
            .with(Basis.CASH)
            .with(Shipping.PRO_RATA)
            .with(Term.BY_MONTH);

    assertThat(changed)
        .isEqualTo(
            new RecognitionPolicy(
                Trigger.DELIVERY,
                Deferral.OFF,
                Basis.CASH,
                Shipping.PRO_RATA,
                Term.BY_MONTH,
                Map.of("Art", 1_500)));
    assertThat(changed.with(Map.of()))
        .isEqualTo(
            RecognitionPolicy.standard()
                .with(Term.BY_MONTH)
                .with(Shipping.PRO_RATA)
                .with(Basis.CASH)
                .with(Deferral.OFF)
                .with(Trigger.DELIVERY));
  }

  @Test
  void aChangeOfTaxLeavesAllElse() {
    FeeTax reverse = new FeeTax(FeeTax.Treatment.REVERSE_CHARGE, 1_900);
    FeeTax recoverable = FeeTax.of(FeeTax.Treatment.RECOVERABLE);
    TaxRule others = new TaxRule("EU", TaxPoint.INVOICE);
    TaxRule states = new TaxRule("US", TaxPoint.SALE);

    TaxPolicy expected =
        new TaxPolicy(
            Facilitator.NET,
            reverse,
            Map.of("stripe", recoverable),
            Kept.TAXED,
            Kept.NOT_TAXED,
            TaxRelief.CLAIMED,
            6,
            Vouchers.SINGLE_PURPOSE,
            others,
            Map.of("US", states));

    assertThat(
            TaxPolicy.standard()
                .with(Facilitator.NET)
                .with(reverse)
                .withFeesBy(Map.of("stripe", recoverable))
                .withRestockingFee(Kept.TAXED)
                .withDeposit(Kept.NOT_TAXED)
                .withBadDebt(TaxRelief.CLAIMED)
                .withBadDebtMonths(6)
                .with(Vouchers.SINGLE_PURPOSE)
                .withRules(others, Map.of("US", states)))
        .isEqualTo(expected);
    assertThat(
            TaxPolicy.standard()
                .withRules(others, Map.of("US", states))
                .with(Vouchers.SINGLE_PURPOSE)
                .withBadDebtMonths(6)
                .withBadDebt(TaxRelief.CLAIMED)
                .withDeposit(Kept.NOT_TAXED)
                .withRestockingFee(Kept.TAXED)
                .withFeesBy(Map.of("stripe", recoverable))
                .with(reverse)
                .with(Facilitator.NET))
        .isEqualTo(expected);
  }

  @Test
  void theLongestJurisdictionThatFitsDecides() {
    TaxRule others = new TaxRule("", TaxPoint.PAYMENT);
    TaxRule states = new TaxRule("US", TaxPoint.SALE);
    TaxRule newYork = new TaxRule("US", TaxPoint.INVOICE);
    TaxPolicy policy =
        TaxPolicy.standard().withRules(others, Map.of("US", states, "US-NY", newYork));

    assertThat(policy.rule("US-NY")).isEqualTo(newYork);
    assertThat(policy.rule("US-NY-NYC")).isEqualTo(newYork);
    assertThat(policy.rule("US-CA")).isEqualTo(states);
    assertThat(policy.rule("DE")).isEqualTo(others);
  }

  @Test
  void aProcessorWithoutATreatmentOfItsOwnHasThatOfAll() {
    FeeTax recoverable = FeeTax.of(FeeTax.Treatment.RECOVERABLE);
    TaxPolicy policy = TaxPolicy.standard().withFeesBy(Map.of("stripe", recoverable));

    assertThat(policy.feeTax("stripe")).isEqualTo(recoverable);
    assertThat(policy.feeTax("square")).isEqualTo(policy.fees());
    assertThat(recoverable).isEqualTo(new FeeTax(FeeTax.Treatment.RECOVERABLE, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "dhl, US, 12",
    "dhl, DE, 3",
    "dhl, , 3",
    "ups, US, 5",
    ", US, 5",
    ", , 5",
  })
  void aCarrierAndZoneGoBeforeACarrierAndThatBeforeAll(String carrier, String zone, int days) {
    DeliveryPolicy policy = new DeliveryPolicy(5, Map.of("dhl", 3, "dhl/US", 12));

    assertThat(policy.days(Optional.ofNullable(carrier), Optional.ofNullable(zone)))
        .isEqualTo(days);
  }

  @Test
  void noParcelArrivesBeforeItLeaves() {
    assertThat(new DeliveryPolicy(0, Map.of("dhl", 0)).days(Optional.of("dhl"), Optional.empty()))
        .isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryPolicy(-1, Map.of()))
        .withMessage("transit days are -1 and {}, expected at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryPolicy(1, Map.of("dhl", -1)))
        .withMessage("transit days are 1 and {dhl=-1}, expected at least 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, RecognitionPolicy.WHOLE + 1})
  void aCommissionIsAShareOfThePrice(int points) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecognitionPolicy.standard().with(Map.of("Art", points)))
        .withMessage("commission on 'Art' is " + points + ", expected 0 to 10000");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, RecognitionPolicy.WHOLE})
  void aCommissionMayBeNothingAndAll(int points) {
    assertThat(RecognitionPolicy.standard().with(Map.of("Art", points)).agentCommission())
        .containsExactly(Map.entry("Art", points));
  }

  @Test
  void ratesAndMonthsAreNotNegative() {
    assertThat(new FeeTax(FeeTax.Treatment.REVERSE_CHARGE, 0).basisPoints()).isZero();
    assertThat(TaxPolicy.standard().withBadDebtMonths(0).badDebtMonths()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeeTax(FeeTax.Treatment.REVERSE_CHARGE, -1))
        .withMessage("rate is -1, expected at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaxPolicy.standard().withBadDebtMonths(-1))
        .withMessage("months are -1, expected at least 0");
  }

  @Test
  void mapsAreCopiedInTheOrderOfTheirKeys() {
    Map<String, Tender> gateways = new HashMap<>();
    gateways.put("wire", Tender.CASH);
    gateways.put("cash", Tender.CASH);
    TenderPolicy policy = new TenderPolicy(TenderPolicy.Tips.INCOME, gateways);
    gateways.clear();

    assertThat(policy.gateways().keySet()).containsExactly("cash", "wire");
    assertThatThrownBy(() -> policy.gateways().put("cheque", Tender.CASH))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(new DeliveryPolicy(1, Map.of("b", 1, "a", 2, "c", 3)).transitDaysBy().keySet())
        .containsExactly("a", "b", "c");
  }
}
