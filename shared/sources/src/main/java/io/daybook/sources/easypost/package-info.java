/**
 * EasyPost's webhooks, and the shipments, refunds and events of its sweep.
 *
 * <p>What always holds: what a label cost is the sum of the fees that EasyPost says it charged, never the rate that was
 * quoted; a label on the merchant's own carrier account costs its rate there and EasyPost's fees from the wallet; a refund is
 * told by the refund and its shipment together, for a shipment alone does not say when it was confirmed
 * (docs/decisions/0038). What was only a test tells no facts.
 *
 * <p>What it refuses: sums of which a fraction of a cent remains. Unknown kinds of events and billing are parked.
 */
@NullMarked
package io.daybook.sources.easypost;

import org.jspecify.annotations.NullMarked;
