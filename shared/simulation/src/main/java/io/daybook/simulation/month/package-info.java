/**
 * A month of a sample shop, and its right answers: orders, payments, parcels, refunds, a dispute, an edit, the
 * processors' ledgers and payouts, the bank's lines, and what a bookkeeper must make of them.
 *
 * <p>What always holds: the same seed makes the same month; every processor's balance is the sum of its movements;
 * every payout but the one that {@link io.daybook.simulation.month.Month#difference} names is the sum of its list; the
 * bank rolls forward; the answers come from this package's own, plain bookkeeper, which shares no code with posting and
 * never sees it.
 *
 * <p>It refuses to be clever: no currency but one, no situation whose right answer would be a matter of taste.
 */
@NullMarked
package io.daybook.simulation.month;

import org.jspecify.annotations.NullMarked;
