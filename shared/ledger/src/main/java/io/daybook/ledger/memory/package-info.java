/**
 * The stores in memory: for tests, for runs of millions of orders, and as the plainest statement of what the other
 * forms must do.
 *
 * <p>What always holds: every method is safe under threads, and what a call returned is what the next call sees; the
 * index by day does not lag. Nothing survives the process. It refuses what the interfaces refuse, and a place that its
 * feed never gave.
 */
@NullMarked
package io.daybook.ledger.memory;

import org.jspecify.annotations.NullMarked;
