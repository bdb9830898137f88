/**
 * Shippo's API, version 2018-02-08: transactions and refunds, each with its rate and what else says who pays and why.
 *
 * <p>What always holds: of a shipment only whether it is a return is passed on. What it refuses: cursors that are none of its
 * own.
 */
@NullMarked
package io.daybook.retrieval.shippo;

import org.jspecify.annotations.NullMarked;
