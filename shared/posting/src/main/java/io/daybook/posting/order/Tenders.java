package io.daybook.posting.order;

import io.daybook.events.Gateway;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Tender;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Rules;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import java.util.Optional;

/** What is paid with, and where that comes in or goes out: as the platform says, else as the policy names the gateway. */
final class Tenders {
  private final Rules rules;

  Tenders(Rules rules) {
    this.rules = rules;
  }

  /** Who owes for what is delivered unpaid: the customer, or of cash on delivery the carrier (case 56). */
  AccountCode receivable(OrderState order, Facts facts) {
    boolean onDelivery =
        order.payBy().map(this::of).filter(by -> by == Tender.COD).isPresent()
            || facts.all(OrderPayment.class).stream().anyMatch(paid -> of(paid) == Tender.COD);
    return onDelivery ? Accounts.CARRIER_RECEIVABLE : Accounts.RECEIVABLE;
  }

  Tender of(OrderPayment payment) {
    return payment.tender().orElseGet(() -> of(payment.gateway()));
  }

  private Tender of(Refund.Payment payment) {
    return payment.tender().orElseGet(() -> of(payment.gateway()));
  }

  private Tender of(Gateway gateway) {
    if (gateway.equals(OrderPayment.GIFT_CARD)) {
      return Tender.GIFT_CARD;
    }
    if (gateway.equals(OrderPayment.STORE_CREDIT)) {
      return Tender.STORE_CREDIT;
    }
    return Optional.ofNullable(rules.policy().tenders().gateways().get(gateway.value()))
        .orElse(Tender.CARD);
  }

  /** Whether a processor's own ledger is the authority on the money. */
  boolean isFed(OrderPayment payment) {
    return of(payment) == Tender.CARD && rules.feed(payment.gateway()).isPresent();
  }

  /** Whether a processor's own ledger is the authority on the money. */
  boolean isFed(Refund.Payment payment) {
    return of(payment) == Tender.CARD && rules.feed(payment.gateway()).isPresent();
  }

  /** Debits what came in. A gift card's debit depends on the card, and is not made here. */
  void in(OrderPayment payment, Reference order, Legs legs) {
    long minor = payment.amountMinor();
    switch (of(payment)) {
      case CARD -> {
        if (rules.feed(payment.gateway()).isPresent()) {
          legs.debit(Accounts.RECEIVABLE, payment.reference(), minor);
        } else {
          // The shop's word is all there is: the clearing account is unproven (rule A1).
          legs.debit(Accounts.unproven(payment.gateway()), minor);
        }
      }
      case GIFT_CARD -> {}
      case STORE_CREDIT -> legs.debit(Accounts.STORE_CREDIT, minor);
      case CASH -> legs.debit(Accounts.cash(payment.drawer()), minor);
      case COD -> legs.debit(Accounts.CARRIER_RECEIVABLE, order, minor);
      case WIRE -> legs.debit(Accounts.RECEIVABLE, payment.reference(), minor);
    }
  }

  /** Credits what goes out: the tender that pays, whatever the sale was paid with (case 78). */
  void out(Refund.Payment payment, Reference order, Legs legs) {
    long minor = payment.amountMinor();
    switch (of(payment)) {
      case CARD -> {
        if (rules.feed(payment.gateway()).isPresent()) {
          legs.credit(Accounts.REFUNDS_PAYABLE, payment.reference(), minor);
        } else {
          legs.credit(Accounts.unproven(payment.gateway()), minor);
        }
      }
      case GIFT_CARD -> legs.credit(Accounts.GIFT_CARDS, minor);
      case STORE_CREDIT -> legs.credit(Accounts.STORE_CREDIT, minor);
      case CASH -> legs.credit(Accounts.cash(payment.drawer()), minor);
      case COD -> legs.credit(Accounts.CARRIER_RECEIVABLE, order, minor);
      case WIRE -> legs.credit(Accounts.TRANSFERS, minor);
    }
  }
}
