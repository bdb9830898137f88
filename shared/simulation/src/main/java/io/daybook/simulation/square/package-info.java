/**
 * Square as it behaves: a merchant with locations, tills and payouts, its API on loopback, its signed webhooks.
 *
 * <p>What always holds: the same seed makes the same trade; what the books of it come to is added up beside the objects,
 * from the till's point of view, and knows nothing of facts or postings.
 *
 * <p>It refuses a call without the right token, without a version, and with a cursor that it did not give.
 */
@NullMarked
package io.daybook.simulation.square;

import org.jspecify.annotations.NullMarked;
