package io.daybook.posting.requirement;

import io.daybook.events.Gateway;
import io.daybook.events.Jurisdiction;
import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import java.util.Optional;

/** The accounts of the default chart that posting names, so that rules read as words. */
public final class Accounts {
  /** Payouts in transit: processor and bank meet here under the payout's id. */
  public static final AccountCode PAYOUTS_IN_TRANSIT = AccountCode.of(1005);

  /** Transfers in transit: what was sent and no bank line shows yet (rule A15). */
  public static final AccountCode TRANSFERS = AccountCode.of(1007);

  /** What foreign balances are worth at a month's end beyond what they are carried at, in the book's currency (case 53). */
  public static final AccountCode VALUATION = AccountCode.of(1011);

  /** Where one currency becomes another: always worth nothing (case 51). */
  public static final AccountCode CURRENCY_EXCHANGE = AccountCode.of(1019);

  /** Cash in the drawer. */
  public static final AccountCode CASH = AccountCode.of(1020);

  /** Payments receivable: order and processor meet here under the payment's reference. */
  public static final AccountCode RECEIVABLE = AccountCode.of(1100);

  /** Cash on delivery that the carrier owes, under the order: its remittance meets the order here. */
  public static final AccountCode CARRIER_RECEIVABLE = AccountCode.of(1150);

  /** Claims that a carrier or an insurer accepted, until they are paid. */
  public static final AccountCode CLAIMS = AccountCode.of(1160);

  /** Disputes receivable: processor and order meet here under the dispute's id. */
  public static final AccountCode DISPUTES = AccountCode.of(1200);

  /** Goods in stock. */
  public static final AccountCode INVENTORY = AccountCode.of(1300);

  /** Goods on the way to customers, where revenue waits for delivery (case 89). */
  public static final AccountCode GOODS_UNDER_WAY = AccountCode.of(1310);

  /** Input VAT. */
  public static final AccountCode INPUT_TAX = AccountCode.of(1330);

  /** Carriage that is not billed yet, under its label. */
  public static final AccountCode ACCRUED_CARRIAGE = AccountCode.of(2005);

  /** Goods received that are not billed yet, under their receipt. */
  public static final AccountCode GOODS_NOT_BILLED = AccountCode.of(2008);

  /** Affiliates' commissions that are owed, each under its id. */
  public static final AccountCode ACCRUED_COMMISSIONS = AccountCode.of(2009);

  /** VAT that the merchant owes himself on what he bought (case 3). */
  public static final AccountCode REVERSE_CHARGE = AccountCode.of(2015);

  /** Tax that a facilitator remits: order and processor meet here under the order (cases 4 and 5). */
  public static final AccountCode FACILITATOR_TAX = AccountCode.of(2020);

  /** Duties collected and not billed yet. */
  public static final AccountCode DUTIES = AccountCode.of(2030);

  /** What lapsed and is the state's (case 15). */
  public static final AccountCode UNCLAIMED_PROPERTY = AccountCode.of(2050);

  /** Paid and not yet delivered. */
  public static final AccountCode DEFERRED = AccountCode.of(2100);

  /** Gift cards sold and not redeemed. */
  public static final AccountCode GIFT_CARDS = AccountCode.of(2200);

  /** Discount on gift cards sold and not redeemed, in debit (case 76). */
  public static final AccountCode CARD_DISCOUNT = AccountCode.of(2205);

  /** Store credit given and not spent. */
  public static final AccountCode STORE_CREDIT = AccountCode.of(2210);

  /** Tips owed to staff. */
  public static final AccountCode TIPS = AccountCode.of(2220);

  /** Refunds payable: order and processor meet here under the refund's reference. */
  public static final AccountCode REFUNDS_PAYABLE = AccountCode.of(2230);

  /** What a processor lent: its advance and its repayments meet here under the loan's id. */
  public static final AccountCode LOANS = AccountCode.of(2250);

  /** Collected for third parties (case 94, rule A18). */
  public static final AccountCode THIRD_PARTIES = AccountCode.of(2260);

  /** Reconciliation in process: what is not known yet. */
  public static final AccountCode SUSPENSE = AccountCode.of(2900);

  /** What the opening balances leave. */
  public static final AccountCode OPENING = AccountCode.of(3000);

  /** Goods and services sold, before discount. */
  public static final AccountCode SALES = AccountCode.of(4000);

  /** Shipping charged, before discount. */
  public static final AccountCode SHIPPING_INCOME = AccountCode.of(4010);

  /** Credit that cannot be spent any more. */
  public static final AccountCode BREAKAGE = AccountCode.of(4020);

  /** What a merchant keeps of a refund (case 34). */
  public static final AccountCode RESTOCKING_FEES = AccountCode.of(4030);

  /** Other operating income. */
  public static final AccountCode OTHER_INCOME = AccountCode.of(4040);

  /** Charges for service (case 66). */
  public static final AccountCode SERVICE_CHARGES = AccountCode.of(4050);

  /** Discounts, those on shipping included (rule A9). */
  public static final AccountCode DISCOUNTS = AccountCode.of(4090);

  /** Returns, net of discount (rule A9). */
  public static final AccountCode RETURNS = AccountCode.of(4900);

  /** Shipping given back after it was earned. */
  public static final AccountCode SHIPPING_REFUNDS = AccountCode.of(4910);

  /** Cost of goods sold. */
  public static final AccountCode COST_OF_GOODS = AccountCode.of(5000);

  /** Stock written off. */
  public static final AccountCode WRITE_OFFS = AccountCode.of(5010);

  /** What sending costs. */
  public static final AccountCode OUTBOUND_SHIPPING = AccountCode.of(5100);

  /** Duties that the merchant bears. */
  public static final AccountCode DUTIES_BORNE = AccountCode.of(5120);

  /** Processing fees. */
  public static final AccountCode FEES = AccountCode.of(6000);

  /** What loans cost. */
  public static final AccountCode FINANCING = AccountCode.of(6005);

  /** Chargeback loss, and what was refunded beyond what came in (rule A14). */
  public static final AccountCode CHARGEBACK_LOSS = AccountCode.of(6010);

  /** Fees for handling a dispute. */
  public static final AccountCode DISPUTE_FEES = AccountCode.of(6020);

  /** Bad debts. */
  public static final AccountCode BAD_DEBTS = AccountCode.of(6030);

  /** What a drawer's count shows too much or too little. */
  public static final AccountCode CASH_OVER_AND_SHORT = AccountCode.of(6040);

  /** Rounding, under a cap (case 54). */
  public static final AccountCode ROUNDING = AccountCode.of(6050);

  /** Petty expense. */
  public static final AccountCode PETTY_EXPENSE = AccountCode.of(6060);

  /** Subscriptions to platforms and apps. */
  public static final AccountCode SUBSCRIPTIONS = AccountCode.of(6070);

  /** Commissions of marketplaces (case 91). */
  public static final AccountCode MARKETPLACE_COMMISSIONS = AccountCode.of(6075);

  /** What banks keep. */
  public static final AccountCode BANK_CHARGES = AccountCode.of(6080);

  /** Commissions of affiliates (case 93). */
  public static final AccountCode AFFILIATE_COMMISSIONS = AccountCode.of(6090);

  /** Foreign exchange, realised. */
  public static final AccountCode EXCHANGE = AccountCode.of(7000);

  /** Foreign exchange, unrealised. */
  public static final AccountCode UNREALISED_EXCHANGE = AccountCode.of(7010);

  private Accounts() {}

  /** The clearing account of a gateway that no processor's ledger proves (rule A1). */
  public static AccountCode unproven(Gateway gateway) {
    return AccountCode.of(1010, gateway.value());
  }

  /** A drawer. */
  public static AccountCode drawer(String name) {
    return AccountCode.of(1020, name);
  }

  /** The drawer where cash lies, or the one there is. */
  public static AccountCode cash(Optional<String> drawer) {
    return drawer.map(Accounts::drawer).orElse(CASH);
  }

  /** What a processor holds back of a clearing account. */
  public static AccountCode reserve(AccountCode clearing) {
    return AccountCode.of(1210, clearing.qualifier());
  }

  /** A provider's prepaid wallet: its balance is 1320's. */
  public static AccountCode wallet(Origin provider) {
    return AccountCode.of(1320, provider.platform());
  }

  /** What is owed to who bills. */
  public static AccountCode payable(Origin biller) {
    return AccountCode.of(2000, biller.account());
  }

  /** Tax owed to a jurisdiction. */
  public static AccountCode tax(Jurisdiction jurisdiction) {
    return AccountCode.of(2010, jurisdiction.value());
  }

  /** Tax owed to a jurisdiction, or to the one there is. */
  public static AccountCode tax(Optional<Jurisdiction> jurisdiction) {
    return jurisdiction.map(Accounts::tax).orElse(AccountCode.of(2010));
  }

  /** What is owed to an authority for returns filed. */
  public static AccountCode taxReturn(Origin authority) {
    return AccountCode.of(2018, authority.account());
  }
}
