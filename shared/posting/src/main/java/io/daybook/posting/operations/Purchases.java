package io.daybook.posting.operations;

import io.daybook.events.Bill;
import io.daybook.events.Commission;
import io.daybook.events.GoodsReceipt;
import io.daybook.events.Reference;
import io.daybook.events.StockAdjustment;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;

/** What goods received, bills, stock counts and commissions require (cases 23, 86 to 88, 90, 93). */
public final class Purchases {
  private Purchases() {}

  /** Goods that came in before their bill (case 86). */
  public static Required receipt(SubjectId subject, Facts facts, Rules rules) {
    InBookCurrency required = new InBookCurrency(subject, rules);
    facts
        .one(GoodsReceipt.class)
        .ifPresent(receipt ->
            required.require(
                "goods/received",
                "Goods received " + receipt.id(),
                receipt.on(),
                receipt.minor(),
                new Legs(receipt.currency())
                    .debit(Chart.INVENTORY, receipt.minor())
                    .credit(Chart.GOODS_NOT_BILLED, receipt.id(), receipt.minor())));
    return required.done();
  }

  /** A bill uses up what was accrued or collected for it; the rest is a variance (cases 23, 86, 87). */
  public static Required bill(SubjectId subject, Facts facts, Rules rules) {
    InBookCurrency required = new InBookCurrency(subject, rules);
    facts.one(Bill.class).ifPresent(bill -> billed(bill, required));
    return required.done();
  }

  private static void billed(Bill bill, InBookCurrency required) {
    Legs legs = new Legs(bill.currency());
    long owed = 0;
    for (Bill.Item item : bill.items()) {
      owed = Math.addExact(owed, owed(item));
      bill(bill, item, legs);
    }
    legs.credit(Chart.payable(bill.origin()), bill.id(), owed);
    required.require("bill/" + bill.id(), "Bill " + bill.id(), bill.issuedOn(), owed, legs);
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
          legs.debit(Chart.ACCRUED_CARRIAGE, forWhat, expected)
              .debit(Chart.CARRIAGE, Math.subtractExact(minor, expected));
      case DUTY -> duty(legs, minor, expected);
      case GOODS -> legs.debit(Chart.GOODS_NOT_BILLED, forWhat, minor);
      case LANDED_COST ->
          legs.debit(Chart.COST_OF_GOODS, expected)
              .debit(Chart.INVENTORY, Math.subtractExact(minor, expected));
      case EXPENSE -> legs.debit(Chart.PETTY_EXPENSE, minor);
      case INPUT_VAT -> legs.debit(Chart.INPUT_VAT, minor);
      case SELF_ASSESSED_VAT ->
          legs.debit(Chart.INPUT_VAT, minor).credit(Chart.SELF_ASSESSED_VAT, minor);
    }
  }

  /** More than was collected is borne; less leaves income (case 87). */
  private static void duty(Legs legs, long minor, long collected) {
    legs.debit(Chart.DUTIES, collected);
    long more = Math.subtractExact(minor, collected);
    if (more > 0) {
      legs.debit(Chart.DUTIES_BORNE, more);
    } else {
      legs.debit(Chart.OTHER_INCOME, more);
    }
  }

  /** Stock counted, lost, written down or costed late (cases 88, 90). */
  public static Required stock(SubjectId subject, Facts facts, Rules rules) {
    InBookCurrency required = new InBookCurrency(subject, rules);
    facts
        .one(StockAdjustment.class)
        .ifPresent(adjusted ->
            required.require(
                "stock/adjusted",
                "Stock adjustment " + adjusted.id(),
                adjusted.on(),
                adjusted.valueMinor(),
                adjusted(adjusted, new Legs(adjusted.currency()))));
    return required.done();
  }

  private static Legs adjusted(StockAdjustment adjusted, Legs legs) {
    long minor = adjusted.valueMinor();
    return switch (adjusted.kind()) {
      case SHORT, WRITTEN_DOWN, LOST_PARCEL ->
          legs.debit(Chart.WRITE_OFF, minor).credit(Chart.INVENTORY, minor);
      case FOUND -> legs.debit(Chart.INVENTORY, minor).credit(Chart.WRITE_OFF, minor);
      case COSTED_LATE -> legs.debit(Chart.COST_OF_GOODS, minor).credit(Chart.INVENTORY, minor);
    };
  }

  /** A commission is owed from recognition, not from the click; a return takes it back (case 93). */
  public static Required commission(SubjectId subject, Facts facts, Rules rules) {
    InBookCurrency required = new InBookCurrency(subject, rules);
    facts
        .one(Commission.class)
        .ifPresent(commission -> {
          required.require(
              "commission/accrued",
              "Commission " + commission.id(),
              commission.accruedOn(),
              commission.minor(),
              owed(commission, commission.minor()));
          commission
              .reversedOn()
              .ifPresent(on ->
                  required.require(
                      "commission/reversed",
                      "Commission " + commission.id() + " taken back",
                      on,
                      commission.minor(),
                      owed(commission, Math.negateExact(commission.minor()))));
        });
    return required.done();
  }

  private static Legs owed(Commission commission, long minor) {
    return new Legs(commission.currency())
        .debit(Chart.AFFILIATES, minor)
        .credit(Chart.COMMISSIONS, commission.id(), minor);
  }
}
