package io.daybook.simulation.month;

/**
 * A charge at Stripe that no order knows of: a deposit taken over the telephone.
 *
 * @param id the processor's id, {@code ch_…}
 * @param movement its line of the ledger
 */
public record StrayCharge(String id, Movement movement) {}
