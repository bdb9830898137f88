package io.daybook.ledger;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The default chart of accounts ({@code ACCOUNTING.md}): number, name and type. */
public final class ChartOfAccounts {
  /** An account of the chart. */
  public record Account(int number, String name, AccountType type) {}

  private static final NavigableMap<Integer, Account> ACCOUNTS = new TreeMap<>();

  static {
    add(1000, "Bank", AccountType.ASSET);
    add(1005, "Payouts in transit", AccountType.ASSET);
    add(1007, "Transfers in transit", AccountType.ASSET);
    add(1010, "Clearing", AccountType.ASSET);
    add(1011, "Valuation of foreign balances", AccountType.ASSET);
    add(1019, "Currency exchange", AccountType.ASSET);
    add(1020, "Cash drawer", AccountType.ASSET);
    add(1100, "Payments receivable", AccountType.ASSET);
    add(1150, "COD receivable from carrier", AccountType.ASSET);
    add(1160, "Carrier and insurer claims", AccountType.ASSET);
    add(1200, "Disputes receivable", AccountType.ASSET);
    add(1205, "Dispute allowance", AccountType.ASSET);
    add(1210, "Processor reserve", AccountType.ASSET);
    add(1300, "Inventory", AccountType.ASSET);
    add(1305, "Return asset", AccountType.ASSET);
    add(1310, "Goods on the way to customers", AccountType.ASSET);
    add(1320, "Prepaid postage wallet", AccountType.ASSET);
    add(1330, "Input VAT", AccountType.ASSET);
    add(2000, "Payables", AccountType.LIABILITY);
    add(2005, "Accrued carrier cost", AccountType.LIABILITY);
    add(2008, "Goods received, not billed", AccountType.LIABILITY);
    add(2009, "Accrued commissions", AccountType.LIABILITY);
    add(2010, "Sales tax and VAT payable", AccountType.LIABILITY);
    add(2015, "Reverse-charge and postponed import VAT", AccountType.LIABILITY);
    add(2018, "Tax returns payable", AccountType.LIABILITY);
    add(2020, "Facilitator tax pass-through", AccountType.LIABILITY);
    add(2030, "Duties payable", AccountType.LIABILITY);
    add(2050, "Unclaimed property", AccountType.LIABILITY);
    add(2100, "Deferred revenue", AccountType.LIABILITY);
    add(2200, "Gift cards", AccountType.LIABILITY);
    add(2205, "Gift-card discount", AccountType.LIABILITY);
    add(2210, "Store credit", AccountType.LIABILITY);
    add(2220, "Tips payable", AccountType.LIABILITY);
    add(2230, "Refunds payable", AccountType.LIABILITY);
    add(2240, "Refund liability (expected returns)", AccountType.LIABILITY);
    add(2250, "Processor loan", AccountType.LIABILITY);
    add(2260, "Collected for third parties", AccountType.LIABILITY);
    add(2900, "Reconciliation in process", AccountType.LIABILITY);
    add(3000, "Opening balances", AccountType.EQUITY);
    add(3900, "Retained earnings", AccountType.EQUITY);
    add(4000, "Product sales", AccountType.REVENUE);
    add(4010, "Shipping income", AccountType.REVENUE);
    add(4020, "Gift-card breakage", AccountType.REVENUE);
    add(4030, "Restocking fee income", AccountType.REVENUE);
    add(4040, "Other operating income", AccountType.REVENUE);
    add(4050, "Service charges", AccountType.REVENUE);
    add(4090, "Discounts", AccountType.CONTRA_REVENUE);
    add(4900, "Returns", AccountType.CONTRA_REVENUE);
    add(4910, "Shipping refunds", AccountType.CONTRA_REVENUE);
    add(5000, "Cost of goods sold", AccountType.EXPENSE);
    add(5010, "Inventory write-off", AccountType.EXPENSE);
    add(5100, "Outbound shipping cost", AccountType.EXPENSE);
    add(5120, "Duties borne", AccountType.EXPENSE);
    add(6000, "Processing fees", AccountType.EXPENSE);
    add(6005, "Financing cost", AccountType.EXPENSE);
    add(6010, "Chargeback loss", AccountType.EXPENSE);
    add(6020, "Dispute fees", AccountType.EXPENSE);
    add(6030, "Bad debt", AccountType.EXPENSE);
    add(6040, "Cash over and short", AccountType.EXPENSE);
    add(6050, "Rounding", AccountType.EXPENSE);
    add(6060, "Petty expense", AccountType.EXPENSE);
    add(6070, "Platform and app subscriptions", AccountType.EXPENSE);
    add(6075, "Marketplace commissions", AccountType.EXPENSE);
    add(6080, "Bank charges", AccountType.EXPENSE);
    add(6090, "Affiliate commissions", AccountType.EXPENSE);
    add(7000, "Foreign exchange, realised", AccountType.OTHER);
    add(7010, "Foreign exchange, unrealised", AccountType.OTHER);
  }

  private ChartOfAccounts() {}

  private static void add(int number, String name, AccountType type) {
    ACCOUNTS.put(number, new Account(number, name, type));
  }

  /** Whether the chart has the account's number. */
  public static boolean has(AccountCode code) {
    return ACCOUNTS.containsKey(code.number());
  }

  /**
   * The account of the chart to which a code belongs.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Account account(AccountCode code) {
    Account account = ACCOUNTS.get(code.number());
    if (account == null) {
      throw new IllegalArgumentException("the chart has no account " + code.number());
    }
    return account;
  }

  /** The name with the qualifier, such as {@code Clearing: stripe}. */
  public static String name(AccountCode code) {
    String name = account(code).name();
    return code.qualifier().isEmpty() ? name : name + ": " + code.qualifier();
  }

  /** All accounts, by number. */
  public static Collection<Account> accounts() {
    return java.util.Collections.unmodifiableCollection(ACCOUNTS.values());
  }
}
