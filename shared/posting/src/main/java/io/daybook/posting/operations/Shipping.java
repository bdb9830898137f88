package io.daybook.posting.operations;

import io.daybook.events.CarrierClaim;
import io.daybook.events.CodRemittance;
import io.daybook.events.Label;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.LabelFraction;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.events.WalletTopUp;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What labels, wallets, claims and collections on delivery require (cases 18 to 22, 25, 57, 90). */
public final class Shipping {
  private Shipping() {}

  /**
   * A label costs when it is charged, and is given back when a void is confirmed: while one is only submitted it may still
   * be rejected (case 22). An adjustment is charged to what the label was charged to (case 21).
   */
  public static Required label(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts.one(Label.class).ifPresent(label -> charged(label, required));
    for (LabelAdjustment adjustment : facts.all(LabelAdjustment.class)) {
      required.require(
          "label/adjusted/" + adjustment.id(),
          "Adjustment " + adjustment.id() + " of label " + adjustment.label(),
          adjustment.at(),
          cost(
              adjustment.origin(),
              adjustment.label(),
              adjustment.paidFrom(),
              new Legs(adjustment.currency()),
              adjustment.minor()));
    }
    return required.done();
  }

  private static void charged(Label label, RequiredBuilder required) {
    if (label.chargedAt().isEmpty()) {
      return;
    }
    String memo =
        (label.purpose() == Label.Purpose.RETURN ? "Return label " : "Label ")
            + label.id()
            + label.order().map(order -> " for order " + order).orElse("");
    long back = label.refundedMinor().orElse(label.costMinor());
    required.require(
        "label/charged",
        memo,
        label.chargedAt().get(),
        cost(
            label.origin(),
            label.id(),
            label.paidFrom(),
            new Legs(label.currency()),
            label.costMinor()));
    label
        .refundedAt()
        .ifPresent(at ->
            required.require(
                "label/refunded",
                memo + " refunded",
                at,
                cost(
                    label.origin(),
                    label.id(),
                    label.paidFrom(),
                    new Legs(label.currency()),
                    Math.negateExact(back))));
  }

  private static Legs cost(Origin provider, Reference label, PaidFrom from, Legs legs, long minor) {
    legs.debit(Accounts.OUTBOUND_SHIPPING, minor);
    return switch (from) {
      case WALLET -> legs.credit(Accounts.wallet(provider), minor);
      case ACCOUNT -> legs.credit(Accounts.ACCRUED_CARRIAGE, label, minor);
      case CARD -> legs.credit(Accounts.payable(provider), label, minor);
    };
  }

  /** A top-up waits on 1007 for its bank line (case 18); a month's fractions of cents are a few cents together. */
  public static Required wallet(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    fractions(subject, facts.all(LabelFraction.class), rules, required);
    facts
        .one(WalletTopUp.class)
        .ifPresent(topUp ->
            required.require(
                "wallet/top-up",
                "Wallet top-up " + topUp.id(),
                topUp.at(),
                new Legs(topUp.currency())
                    .debit(Accounts.wallet(topUp.origin()), topUp.minor())
                    .credit(Accounts.TRANSFERS, topUp.id(), topUp.minor())));
    return required.done();
  }

  /** Rounded once for the month, at its end, whatever the order in which its labels came (decision 47). */
  private static void fractions(
      SubjectId subject, List<LabelFraction> all, Rules rules, RequiredBuilder required) {
    Optional<LocalDate> first = rules.firstDay(subject.origin());
    List<LabelFraction> labels =
        all.stream()
            .filter(one -> first.filter(rules.day(one.chargedAt())::isBefore).isEmpty())
            .toList();
    if (labels.isEmpty()) {
      return;
    }
    YearMonth month = YearMonth.parse(subject.id().split("/", -1)[1]);
    long parts = labels.stream().mapToLong(one -> one.partIn(month)).reduce(0, Math::addExact);
    long minor =
        BigDecimal.valueOf(parts)
            .divide(BigDecimal.valueOf(LabelFraction.PARTS), 0, RoundingMode.HALF_UP)
            .longValueExact();
    required.require(
        "label/fractions",
        "Fractions of " + labels.size() + " labels of " + month,
        month.atEndOfMonth(),
        new Legs(labels.getFirst().currency())
            .debit(Accounts.OUTBOUND_SHIPPING, minor)
            .credit(Accounts.wallet(subject.origin()), minor));
  }

  /** A claim counts only when it is accepted; above the loss it is other income (case 90). */
  public static Required claim(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts.one(CarrierClaim.class).ifPresent(claim -> claimed(claim, required));
    return required.done();
  }

  private static void claimed(CarrierClaim claim, RequiredBuilder required) {
    long accepted = claim.acceptedMinor();
    long goods = Math.min(accepted, claim.goodsMinor());
    long postage = Math.min(Math.subtractExact(accepted, goods), claim.postageMinor());
    long above = Math.subtractExact(Math.subtractExact(accepted, goods), postage);
    required.require(
        "claim/accepted",
        "Claim " + claim.id() + " accepted",
        claim.acceptedOn(),
        new Legs(claim.currency())
            .debit(Accounts.CLAIMS, claim.id(), accepted)
            .credit(Accounts.WRITE_OFFS, goods)
            .credit(Accounts.OUTBOUND_SHIPPING, postage)
            .credit(Accounts.OTHER_INCOME, above));
    claim
        .paidOn()
        .ifPresent(on ->
            required.require(
                "claim/paid",
                "Claim " + claim.id() + " paid",
                on,
                paid(claim, new Legs(claim.currency()), accepted)
                    .credit(Accounts.CLAIMS, claim.id(), accepted)));
  }

  private static Legs paid(CarrierClaim claim, Legs legs, long minor) {
    return switch (claim.paidTo()) {
      case WALLET -> legs.debit(Accounts.wallet(claim.origin()), minor);
      case BANK -> legs.debit(Accounts.TRANSFERS, claim.id(), minor);
    };
  }

  /** What a carrier collected leaves 1150 order by order; the bank line meets the net on 1007 (case 57). */
  public static Required remittance(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(CodRemittance.class)
        .ifPresent(remitted -> {
          Legs legs =
              new Legs(remitted.currency()).debit(Accounts.OUTBOUND_SHIPPING, remitted.feeMinor());
          long collected = 0;
          for (CodRemittance.Collected part : remitted.collected()) {
            legs.credit(
                Accounts.CARRIER_RECEIVABLE, new Reference("order/" + part.order()), part.minor());
            collected = Math.addExact(collected, part.minor());
          }
          legs.debit(
              Accounts.TRANSFERS,
              remitted.id(),
              Math.subtractExact(collected, remitted.feeMinor()));
          required.require("cod/remitted", "Remittance " + remitted.id(), remitted.on(), legs);
        });
    return required.done();
  }
}
