package io.daybook.ledger;

import java.util.Map;

/** What each switch of the policy decides, in a sentence for a bookkeeper; the themes' records explain the choices. */
final class PolicyMeanings {
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry(
              "recognition.trigger",
              "When control of goods passes and a sale is revenue: when the parcel leaves, or when it arrives."),
          Map.entry(
              "recognition.deferral",
              "Whether what is paid waits on 2100 until goods pass, or is revenue at payment with a cut-off at month-end."),
          Map.entry(
              "recognition.basis",
              "Accrual books, or cash books in which payment makes a sale count."),
          Map.entry(
              "recognition.shipping",
              "When the shipping income of a partly shipped order is earned."),
          Map.entry(
              "recognition.term",
              "How a line with a term is earned: each day the same, or each month."),
          Map.entry(
              "recognition.agentCommission",
              "By product type sold for another's account: the merchant's commission on the net price, in basis points."),
          Map.entry(
              "delivery.transitDays",
              "Days from shipment to assumed delivery, where nobody tells of it and revenue waits for it."),
          Map.entry(
              "delivery.transitDaysBy", "The same by carrier (dhl) or carrier and zone (dhl/US)."),
          Map.entry(
              "disputes.lost",
              "How a lost dispute on what was delivered is shown: by reason, as an expense, or as contra-revenue."),
          Map.entry("disputes.tax", "Whether the tax of a lost dispute is claimed back."),
          Map.entry(
              "tax.facilitator",
              "Tax that a marketplace remits itself: in and out of 2020, or not shown at all."),
          Map.entry(
              "tax.fees",
              "What becomes of tax on processors' fees; the rate in basis points is for the reverse charge."),
          Map.entry("tax.feesBy", "The same by processor, where it differs."),
          Map.entry("tax.restockingFee", "Whether a fee kept from a refund holds tax."),
          Map.entry("tax.deposit", "Whether a forfeited deposit stays taxed."),
          Map.entry("tax.badDebt", "Whether the tax of a bad debt is claimed back."),
          Map.entry(
              "tax.elsewhere",
              "Regime and tax point of every jurisdiction that has no rule of its own."),
          Map.entry(
              "tax.rules",
              "Regime and tax point by jurisdiction or the beginning of one: US fits US-NY."),
          Map.entry("tenders.tips", "Whether a tip is owed to staff (2220) or is income (4040)."),
          Map.entry(
              "tenders.gateways",
              "What the shop's own name of a way to pay is: cash, a wire, cash on delivery."),
          Map.entry(
              "exchange.settled",
              "What a sale settled in another currency is worth: what was settled, or the order's rate with the rest on 7000."),
          Map.entry(
              "rounding.capMinor",
              "The most that goes to rounding (6050) for an order, in minor units."),
          Map.entry(
              "late.facts",
              "What becomes of a fact of a closed period: it counts on the first open day, or waits for a person."),
          Map.entry("claims.waitingDays", "After how many days unclaimed money goes to 2900."),
          Map.entry(
              "estimates.returnsBasisPoints",
              "The share of net sales within the return window that is expected back, estimated at a month's end, in basis points."),
          Map.entry("estimates.returnsWindowDays", "How many days goods can come back."),
          Map.entry(
              "estimates.disputesBasisPoints",
              "The share of open disputes that will be lost, estimated at a month's end, in basis points."),
          Map.entry(
              "estimates.breakageBasisPoints",
              "The share of gift cards' value that is never redeemed, released as the rest is redeemed, in basis points."),
          Map.entry(
              "estimates.breakage",
              "Whose the value becomes that nobody redeems: the merchant's income, or the state's."));

  private PolicyMeanings() {}

  static String of(String name) {
    String meaning = MEANINGS.get(name);
    if (meaning == null) {
      throw new IllegalStateException("switch " + name + " has no explanation");
    }
    return meaning;
  }
}
