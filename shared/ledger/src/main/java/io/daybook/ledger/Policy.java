package io.daybook.ledger;

import io.daybook.ledger.policy.ClaimPolicy;
import io.daybook.ledger.policy.DeliveryPolicy;
import io.daybook.ledger.policy.DisputePolicy;
import io.daybook.ledger.policy.EstimatePolicy;
import io.daybook.ledger.policy.ExchangePolicy;
import io.daybook.ledger.policy.LatePolicy;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.ledger.policy.RoundingPolicy;
import io.daybook.ledger.policy.TaxPoint;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.ledger.policy.TaxRule;
import io.daybook.ledger.policy.TenderPolicy;
import java.util.Map;

/**
 * The switches of a book's accounting, by theme. A theme's record explains its switches and their defaults.
 *
 * @param recognition when a sale is revenue
 * @param delivery how long parcels travel
 * @param disputes how a lost dispute is shown
 * @param tax facilitators, fees, what is kept, and when tax is due
 * @param tenders what customers pay with
 * @param exchange foreign money
 * @param rounding how much of it explains itself
 * @param late what comes after its period was closed
 * @param claims how long money waits for its order
 * @param estimates what a month's end estimates
 */
public record Policy(
    RecognitionPolicy recognition,
    DeliveryPolicy delivery,
    DisputePolicy disputes,
    TaxPolicy tax,
    TenderPolicy tenders,
    ExchangePolicy exchange,
    RoundingPolicy rounding,
    LatePolicy late,
    ClaimPolicy claims,
    EstimatePolicy estimates) {
  private static final TaxRule OSS = new TaxRule("OSS", TaxPoint.SUPPLY);

  /** What a book starts with, and what an older text is completed with. */
  public static Policy standard() {
    return new Policy(
        RecognitionPolicy.standard(),
        DeliveryPolicy.standard(),
        DisputePolicy.standard(),
        TaxPolicy.standard(),
        TenderPolicy.standard(),
        ExchangePolicy.standard(),
        RoundingPolicy.standard(),
        LatePolicy.standard(),
        ClaimPolicy.standard(),
        EstimatePolicy.standard());
  }

  /** The defaults of {@code ACCOUNTING.md} section 11 for the US: at shipment, tax with the sale. */
  public static Policy unitedStates() {
    return standard()
        .with(TaxPolicy.standard().withRules(new TaxRule("US", TaxPoint.SALE), Map.of("OSS", OSS)));
  }

  /** The defaults of section 11 for the EU: at delivery, VAT at payment or invoice, One-Stop-Shop at supply. */
  public static Policy europeanUnion() {
    return atDelivery("EU");
  }

  /** The defaults of section 11 for the UK: at delivery, VAT at the earliest of payment, invoice and supply. */
  public static Policy unitedKingdom() {
    return atDelivery("UK");
  }

  private static Policy atDelivery(String regime) {
    return standard()
        .with(RecognitionPolicy.standard().with(RecognitionPolicy.Trigger.DELIVERY))
        .with(
            TaxPolicy.standard()
                .withRestockingFee(TaxPolicy.Kept.TAXED)
                .withRules(
                    new TaxRule(regime, TaxPoint.INVOICE),
                    Map.of("OSS", OSS, "US", new TaxRule("US", TaxPoint.SALE))));
  }

  /** With other recognition. */
  public Policy with(RecognitionPolicy other) {
    return new Policy(
        other, delivery, disputes, tax, tenders, exchange, rounding, late, claims, estimates);
  }

  /** With other transit times. */
  public Policy with(DeliveryPolicy other) {
    return new Policy(
        recognition, other, disputes, tax, tenders, exchange, rounding, late, claims, estimates);
  }

  /** With disputes shown otherwise. */
  public Policy with(DisputePolicy other) {
    return new Policy(
        recognition, delivery, other, tax, tenders, exchange, rounding, late, claims, estimates);
  }

  /** With other tax switches. */
  public Policy with(TaxPolicy other) {
    return new Policy(
        recognition,
        delivery,
        disputes,
        other,
        tenders,
        exchange,
        rounding,
        late,
        claims,
        estimates);
  }

  /** With other tenders. */
  public Policy with(TenderPolicy other) {
    return new Policy(
        recognition, delivery, disputes, tax, other, exchange, rounding, late, claims, estimates);
  }

  /** With foreign money valued otherwise. */
  public Policy with(ExchangePolicy other) {
    return new Policy(
        recognition, delivery, disputes, tax, tenders, other, rounding, late, claims, estimates);
  }

  /** With another rounding cap. */
  public Policy with(RoundingPolicy other) {
    return new Policy(
        recognition, delivery, disputes, tax, tenders, exchange, other, late, claims, estimates);
  }

  /** With late facts treated otherwise. */
  public Policy with(LatePolicy other) {
    return new Policy(
        recognition,
        delivery,
        disputes,
        tax,
        tenders,
        exchange,
        rounding,
        other,
        claims,
        estimates);
  }

  /** With another waiting time. */
  public Policy with(ClaimPolicy other) {
    return new Policy(
        recognition, delivery, disputes, tax, tenders, exchange, rounding, late, other, estimates);
  }

  /** With other estimates at a month's end. */
  public Policy with(EstimatePolicy other) {
    return new Policy(
        recognition, delivery, disputes, tax, tenders, exchange, rounding, late, claims, other);
  }
}
