package io.daybook.posting.operations;

import io.daybook.events.Bill;
import io.daybook.events.Commission;
import io.daybook.events.GoodsReceipt;
import io.daybook.events.Reference;
import io.daybook.events.StockAdjustment;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;

/** What goods received, bills, stock counts and commissions require (cases 23, 86 to 88, 90, 93). */
public final class Purchases {
  private Purchases() {}

  /** Goods that came in before their bill (case 86). */
  public static Required receipt(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(GoodsReceipt.class)
        .ifPresent(receipt ->
            required.require(
                "goods/received",
                "Goods received " + receipt.id(),
                receipt.on(),
                new Legs(receipt.currency())
                    .debit(Accounts.INVENTORY, receipt.minor())
                    .credit(Accounts.GOODS_NOT_BILLED, receipt.id(), receipt.minor())));
    return required.done();
  }

  /** A bill uses up what was accrued or collected for it; the rest is a variance (cases 23, 86, 87). */
  public static Required bill(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts.one(Bill.class).ifPresent(bill -> billed(bill, required));
    return required.done();
  }

  private static void billed(Bill bill, RequiredBuilder required) {
    Legs legs = new Legs(bill.currency());
    long owed = 0;
    for (Bill.Item item : bill.items()) {
      owed = Math.addExact(owed, owed(item));
      bill(bill, item, legs);
    }
    legs.credit(Accounts.payable(bill.origin()), bill.id(), owed);
    required.require("bill/" + bill.id(), "Bill " + bill.id(), bill.issuedOn(), legs);
  }

  private static long owed(Bill.Item item) {
    return switch (item.kind()) {
      case CARRIAGE, DUTY, GOODS, LANDED_COST, EXPENSE, INPUT_VAT -> item.minor();
      case SELF_ASSESSED_VAT -> 0;
    };
  }

  private static void bill(Bill bill, Bill.Item item, Legs legs) {
    long minor = item.minor();
    long expected = item.expectedMinor();
    Reference forWhat = item.forWhat().orElse(bill.id());
    switch (item.kind()) {
      case CARRIAGE ->
          legs.debit(Accounts.ACCRUED_CARRIAGE, forWhat, expected)
              .debit(Accounts.OUTBOUND_SHIPPING, Math.subtractExact(minor, expected));
      case DUTY -> duty(legs, minor, expected);
      case GOODS -> legs.debit(Accounts.GOODS_NOT_BILLED, forWhat, minor);
      case LANDED_COST ->
          legs.debit(Accounts.COST_OF_GOODS, expected)
              .debit(Accounts.INVENTORY, Math.subtractExact(minor, expected));
      case EXPENSE -> legs.debit(Accounts.PETTY_EXPENSE, minor);
      case INPUT_VAT -> legs.debit(Accounts.INPUT_TAX, minor);
      case SELF_ASSESSED_VAT ->
          legs.debit(Accounts.INPUT_TAX, minor).credit(Accounts.REVERSE_CHARGE, minor);
    }
  }

  /** More than was collected is borne; less leaves income (case 87). */
  private static void duty(Legs legs, long minor, long collected) {
    legs.debit(Accounts.DUTIES, collected);
    long more = Math.subtractExact(minor, collected);
    if (more > 0) {
      legs.debit(Accounts.DUTIES_BORNE, more);
    } else {
      legs.debit(Accounts.OTHER_INCOME, more);
    }
  }

  /** Stock counted, lost, written down or costed late (cases 88, 90). */
  public static Required stock(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(StockAdjustment.class)
        .ifPresent(adjusted ->
            required.require(
                "stock/adjusted",
                "Stock adjustment " + adjusted.id(),
                adjusted.on(),
                adjusted(adjusted, new Legs(adjusted.currency()))));
    return required.done();
  }

  private static Legs adjusted(StockAdjustment adjusted, Legs legs) {
    long minor = adjusted.valueMinor();
    return switch (adjusted.kind()) {
      case SHORT, WRITTEN_DOWN, LOST_PARCEL ->
          legs.debit(Accounts.WRITE_OFFS, minor).credit(Accounts.INVENTORY, minor);
      case FOUND -> legs.debit(Accounts.INVENTORY, minor).credit(Accounts.WRITE_OFFS, minor);
      case COSTED_LATE ->
          legs.debit(Accounts.COST_OF_GOODS, minor).credit(Accounts.INVENTORY, minor);
    };
  }

  /** A commission is owed from recognition, not from the click; a return takes it back (case 93). */
  public static Required commission(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(Commission.class)
        .ifPresent(commission -> {
          required.require(
              "commission/accrued",
              "Commission " + commission.id(),
              commission.accruedOn(),
              owed(commission, commission.minor()));
          commission
              .reversedOn()
              .ifPresent(on ->
                  required.require(
                      "commission/reversed",
                      "Commission " + commission.id() + " taken back",
                      on,
                      owed(commission, Math.negateExact(commission.minor()))));
        });
    return required.done();
  }

  private static Legs owed(Commission commission, long minor) {
    return new Legs(commission.currency())
        .debit(Accounts.AFFILIATE_COMMISSIONS, minor)
        .credit(Accounts.ACCRUED_COMMISSIONS, commission.id(), minor);
  }
}
