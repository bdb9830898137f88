/**
 * Shippo's webhooks, and the transactions and refunds of its sweep.
 *
 * <p>What always holds: Shippo calls the purchase of a label a transaction; what it cost stands in its rate, and who is billed
 * in its carrier account, so that the three are read together. Webhooks carry the first alone: they tell no facts, the sweep
 * does. A refund is told by the refund, for the transaction does not say when it was confirmed.
 *
 * <p>What it refuses: amounts of which a fraction of a cent remains. Unknown states are parked. What was only a test tells no
 * facts.
 */
@NullMarked
package io.daybook.sources.shippo;

import org.jspecify.annotations.NullMarked;
