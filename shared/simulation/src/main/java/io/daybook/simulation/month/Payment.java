package io.daybook.simulation.month;

import java.time.Instant;

/**
 * A payment of an order.
 *
 * @param id the shop's id of the transaction
 * @param at when it was taken
 * @param amountMinor how much
 * @param reference what the processor calls it: {@code ch_…} at Stripe
 */
public record Payment(long id, Instant at, long amountMinor, String reference) {}
