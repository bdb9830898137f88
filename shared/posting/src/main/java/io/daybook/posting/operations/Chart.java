package io.daybook.posting.operations;

import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;

/** The accounts of the default chart that operations post to, so that rules read as words. */
final class Chart {
  static final AccountCode TRANSFERS = AccountCode.of(1007);
  static final AccountCode COD_RECEIVABLE = AccountCode.of(1150);
  static final AccountCode CLAIMS = AccountCode.of(1160);
  static final AccountCode INVENTORY = AccountCode.of(1300);
  static final AccountCode INPUT_VAT = AccountCode.of(1330);
  static final AccountCode ACCRUED_CARRIAGE = AccountCode.of(2005);
  static final AccountCode GOODS_NOT_BILLED = AccountCode.of(2008);
  static final AccountCode COMMISSIONS = AccountCode.of(2009);
  static final AccountCode SELF_ASSESSED_VAT = AccountCode.of(2015);
  static final AccountCode DUTIES = AccountCode.of(2030);
  static final AccountCode UNCLAIMED_PROPERTY = AccountCode.of(2050);
  static final AccountCode GIFT_CARDS = AccountCode.of(2200);
  static final AccountCode STORE_CREDIT = AccountCode.of(2210);
  static final AccountCode TIPS = AccountCode.of(2220);
  static final AccountCode LOANS = AccountCode.of(2250);
  static final AccountCode SUSPENSE = AccountCode.of(2900);
  static final AccountCode BREAKAGE = AccountCode.of(4020);
  static final AccountCode OTHER_INCOME = AccountCode.of(4040);
  static final AccountCode COST_OF_GOODS = AccountCode.of(5000);
  static final AccountCode WRITE_OFF = AccountCode.of(5010);
  static final AccountCode CARRIAGE = AccountCode.of(5100);
  static final AccountCode DUTIES_BORNE = AccountCode.of(5120);
  static final AccountCode FINANCING = AccountCode.of(6005);
  static final AccountCode CASH_OVER_AND_SHORT = AccountCode.of(6040);
  static final AccountCode ROUNDING = AccountCode.of(6050);
  static final AccountCode PETTY_EXPENSE = AccountCode.of(6060);
  static final AccountCode AFFILIATES = AccountCode.of(6090);

  private Chart() {}

  /** A provider's prepaid wallet: its balance is 1320's. */
  static AccountCode wallet(Origin provider) {
    return AccountCode.of(1320, provider.platform());
  }

  /** What is owed to who bills. */
  static AccountCode payable(Origin biller) {
    return AccountCode.of(2000, biller.account());
  }

  /** What is owed to an authority for returns filed. */
  static AccountCode taxReturn(Origin authority) {
    return AccountCode.of(2018, authority.account());
  }

  /** A drawer. */
  static AccountCode drawer(String name) {
    return AccountCode.of(1020, name);
  }
}
