package io.daybook.events;

/** A fact that happened once and does not change: its identity has no version. */
public sealed interface Happening extends Fact
    permits OrderEdit,
        OrderPayment,
        Refund,
        Charge,
        BalanceTransaction,
        BankLine,
        BankMatch,
        Opening,
        PeriodAct,
        ManualEntry,
        Reversal,
        LabelAdjustment,
        WalletTopUp,
        GoodsReceipt,
        StockAdjustment,
        CashMovement,
        Delivery,
        PriceCut,
        OrderAct,
        WireReceipt,
        StoreCredit,
        Told,
        PolicyChange,
        ChartChange {}
