package io.daybook.events;

/** What an object is like at a version: of all versions told, only the newest counts, in whatever order they come. */
public sealed interface State extends Fact
    permits OrderState,
        Fulfilment,
        ItemCost,
        ShipmentCost,
        Payout,
        PayoutManifest,
        ReportedPayout,
        Dispute,
        BankStatement,
        Unclaimed,
        Repost,
        Label,
        CarrierClaim,
        Bill,
        TaxReturn,
        Loan,
        Commission,
        CodRemittance,
        BankAllocation,
        Invoice,
        CardOrigin,
        ComponentSpent,
        Accrual,
        CardBreakage,
        ExchangeRate,
        ExchangeDifference,
        PayoutValue,
        Settlement {
  /** Grows with every change of the object; its unit is the fact's own (mostly milliseconds since 1970). */
  long version();
}
