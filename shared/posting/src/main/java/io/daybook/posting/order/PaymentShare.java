package io.daybook.posting.order;

import io.daybook.events.CardOrigin;
import io.daybook.events.OrderPayment;
import io.daybook.events.Reference;
import io.daybook.events.TaxAmount;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import io.daybook.events.WireReceipt;
import io.daybook.ledger.Policy;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.HalfUp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a customer pays: the tender comes in, and what it pays for waits, tax is owed (cases 1, 7, 59, 67, 74 to 76, 95). A
 * gift card's origin decides what it is worth: one never sold is a discount (rule A7).
 */
final class PaymentShare {
  private final OrderBalance balance;
  private final Tenders tenders;
  private final Policy policy;
  private final Recognition recognition;
  private final Settlements settlements;
  private final Map<TransactionId, CardOrigin> cards = new HashMap<>();
  private final Map<Reference, Long> told = new HashMap<>();
  private final Map<Reference, Long> wires = new HashMap<>();

  PaymentShare(
      OrderBalance balance,
      Tenders tenders,
      Policy policy,
      Recognition recognition,
      Settlements settlements,
      Facts facts) {
    this.balance = balance;
    this.tenders = tenders;
    this.policy = policy;
    this.recognition = recognition;
    this.settlements = settlements;
    facts.all(CardOrigin.class).forEach(card -> cards.put(card.payment(), card));
  }

  /** The card of a payment, if anybody told of it. */
  Optional<CardOrigin> card(OrderPayment payment) {
    return Optional.ofNullable(cards.get(payment.id()));
  }

  /**
   * A payment comes.
   *
   * @return what it pays beyond all that is asked for; it is owed back
   */
  long pay(OrderPayment payment, Legs legs) {
    told.merge(payment.reference(), payment.amountMinor(), Math::addExact);
    tenders.in(payment, balance.reference(), legs);
    long rounding = payment.roundingMinor().orElse(0L);
    legs.credit(Accounts.ROUNDING, rounding);
    long worth = payment.amountMinor() - rounding;
    if (tenders.of(payment) == Tender.GIFT_CARD) {
      worth = redeem(payment, legs);
    }
    balance.moneyIn(worth);
    long beyond = balance.pay(worth, payment.taxMinor(), legs);
    beyond -= balance.recover(beyond, legs);
    if (tenders.isFed(payment)) {
      withoutFacilitatorTax(payment.reference(), legs);
      settlements.revalue(payment, balance, legs);
    }
    balance.owedBack().owe(payment.reference(), beyond, legs);
    earn(legs);
    return beyond;
  }

  /** Where nothing is deferred, what was paid is earned. */
  void earn(Legs legs) {
    boolean ahead =
        policy.recognition().deferral() == RecognitionPolicy.Deferral.OFF
            || policy.recognition().basis() == RecognitionPolicy.Basis.CASH;
    if (ahead) {
      recognition.earnAhead(legs);
    }
  }

  /** Debits the card, and says what it is worth to the order. */
  private long redeem(OrderPayment payment, Legs legs) {
    long minor = payment.amountMinor();
    Optional<CardOrigin> card = card(payment);
    if (card.isEmpty()) {
      legs.debit(Accounts.GIFT_CARDS, minor);
      return minor;
    }
    return switch (card.get().source()) {
      case PROMO -> 0;
      case SOLD, REFUND, GOODWILL, UNKNOWN -> redeem(card.get(), minor, legs);
    };
  }

  /** A discount and a tax of the card's sale go with the share of it that is redeemed, cumulatively. */
  private long redeem(CardOrigin card, long minor, Legs legs) {
    long used = Math.min(card.usedMinor(), card.valueMinor());
    long now = Math.min(card.valueMinor(), Math.addExact(used, minor));
    long discount = HalfUp.between(card.discountMinor(), used, now, card.valueMinor());
    SortedMap<TaxKey, Long> taxes = new TreeMap<>();
    for (TaxAmount tax : card.taxes()) {
      taxes.merge(
          TaxKey.of(tax, balance.reference(), policy.tax()),
          HalfUp.between(tax.minor(), used, now, card.valueMinor()),
          Math::addExact);
    }
    long taxed = taxes.values().stream().reduce(0L, Math::addExact);
    legs.debit(Accounts.GIFT_CARDS, minor - taxed).credit(Accounts.CARD_DISCOUNT, discount);
    TaxKey.giveBack(taxes, legs);
    // Of what is delivered already the revenue is booked: its discount comes late.
    long late = balance.discount(discount);
    legs.debit(Accounts.DISCOUNTS, late);
    return minor - discount + late;
  }

  /**
   * A card that was never sold: the order is cheaper by it, from the start. What it covers beyond the prices, their tax, is
   * the merchant's to pay.
   */
  void promote(OrderPayment payment, Legs legs) {
    long tax = balance.discount(payment.amountMinor());
    long beyond = balance.open().pay(tax, Optional.empty(), legs);
    legs.debit(Accounts.DISCOUNTS, tax - beyond);
  }

  /** Whether a payment is made with a card that was never sold. */
  boolean isPromotion(OrderPayment payment) {
    return tenders.of(payment) == Tender.GIFT_CARD
        && card(payment).filter(card -> card.source() == CardOrigin.Source.PROMO).isPresent();
  }

  /**
   * A transfer arrived in the bank. If the shop told of it, only a surplus is new (case 96).
   *
   * @return what it pays beyond all that is asked for; it is owed back
   */
  long wired(WireReceipt wire, Legs legs) {
    long arrived =
        wires.merge(
            wire.reference(), Math.addExact(wire.amountMinor(), wire.feeMinor()), Math::addExact);
    long before = told.getOrDefault(wire.reference(), 0L);
    long more = Math.max(0, arrived - before);
    told.merge(wire.reference(), more, Math::addExact);
    legs.debit(Accounts.RECEIVABLE, wire.reference(), more);
    balance.moneyIn(more);
    long beyond = balance.pay(more, Optional.empty(), legs);
    beyond -= balance.recover(beyond, legs);
    balance.owedBack().owe(wire.reference(), beyond, legs);
    earn(legs);
    return beyond;
  }

  /** Facilitator tax that the processor's own transactions leave out is no money of ours (cases 4 and 5). */
  void withoutFacilitatorTax(Reference money, Legs legs) {
    long tax = -legs.minor(Accounts.FACILITATOR_TAX.number());
    if (policy.tax().facilitator() == TaxPolicy.Facilitator.NET && tax != 0) {
      legs.debit(Accounts.FACILITATOR_TAX, balance.reference(), tax)
          .credit(Accounts.RECEIVABLE, money, tax);
    }
  }
}
