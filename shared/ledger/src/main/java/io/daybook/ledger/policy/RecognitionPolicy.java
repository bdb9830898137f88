package io.daybook.ledger.policy;

import java.util.Map;

/**
 * When, and how much of, a sale is revenue.
 *
 * @param trigger when control of goods passes (cases 11, 56, 89); default at shipment
 * @param deferral whether what is paid waits on 2100 until then (case 8); default on
 * @param basis accrual or cash books (rule A17); default accrual
 * @param shipping when shipping income of a partly shipped order is earned (case 12); default with the first parcel
 * @param term how a line with a term is earned month by month (case 17); default by day
 * @param agentCommission by product type that is sold for another's account: the share of the net price that is the
 *     merchant's commission, in basis points (rule A18); default none, the merchant is the principal of all
 */
public record RecognitionPolicy(
    Trigger trigger,
    Deferral deferral,
    Basis basis,
    Shipping shipping,
    Term term,
    Map<String, Integer> agentCommission) {
  /** All of a price, in basis points. */
  public static final int WHOLE = 10_000;

  /** When control of goods passes to the customer. */
  public enum Trigger {
    /** When the parcel leaves (FOB origin; the usual election in the US, 606-10-25-18B). */
    SHIPMENT,
    /** When the parcel arrives (FOB destination; consumer law in the EU and the UK). */
    DELIVERY
  }

  /** Whether what is paid before delivery waits on 2100. */
  public enum Deferral {
    /** Yes. */
    ON,
    /** No: revenue at payment, with a cut-off of unshipped orders at each month's end that reverses itself (rule A16). */
    OFF
  }

  /** What makes a sale count. */
  public enum Basis {
    /** Delivery. */
    ACCRUAL,
    /** Payment: an unpaid sale is none, and nothing is deferred. */
    CASH
  }

  /** When shipping income is earned. */
  public enum Shipping {
    /** With the first parcel. */
    FIRST_PARCEL,
    /** With the last parcel. */
    LAST_PARCEL,
    /** By the share of goods shipped. */
    PRO_RATA
  }

  /** How time earns. */
  public enum Term {
    /** Each day the same. */
    BY_DAY,
    /** Each month of the term the same. */
    BY_MONTH
  }

  /** Refuses a commission outside 0 to {@value #WHOLE}. */
  public RecognitionPolicy {
    agentCommission = KeyOrder.copyOf(agentCommission);
    agentCommission.forEach((type, points) -> {
      if (points < 0 || points > WHOLE) {
        throw new IllegalArgumentException(
            "commission on '" + type + "' is " + points + ", expected 0 to " + WHOLE);
      }
    });
  }

  /** What a book starts with. */
  public static RecognitionPolicy standard() {
    return new RecognitionPolicy(
        Trigger.SHIPMENT, Deferral.ON, Basis.ACCRUAL, Shipping.FIRST_PARCEL, Term.BY_DAY, Map.of());
  }

  /** With another trigger. */
  public RecognitionPolicy with(Trigger other) {
    return new RecognitionPolicy(other, deferral, basis, shipping, term, agentCommission);
  }

  /** With deferral or without. */
  public RecognitionPolicy with(Deferral other) {
    return new RecognitionPolicy(trigger, other, basis, shipping, term, agentCommission);
  }

  /** On another basis. */
  public RecognitionPolicy with(Basis other) {
    return new RecognitionPolicy(trigger, deferral, other, shipping, term, agentCommission);
  }

  /** With shipping earned otherwise. */
  public RecognitionPolicy with(Shipping other) {
    return new RecognitionPolicy(trigger, deferral, basis, other, term, agentCommission);
  }

  /** With terms earned otherwise. */
  public RecognitionPolicy with(Term other) {
    return new RecognitionPolicy(trigger, deferral, basis, shipping, other, agentCommission);
  }

  /** With these product types sold as an agent. */
  public RecognitionPolicy with(Map<String, Integer> commissions) {
    return new RecognitionPolicy(trigger, deferral, basis, shipping, term, commissions);
  }
}
