/**
 * Webhooks against a hub, from another process, at a rate that does not ask whether the hub keeps up.
 *
 * <p>What always holds: each webhook has a time at which it is to be sent, set before the run, and its latency counts
 * from that time, so that a hub that stalls is charged for all who wait (no coordinated omission); the verdict reads the
 * hub's own stores after the run and holds them against the same messages posted quietly, one after the other, in
 * memory.
 *
 * <p>It refuses to call a run good in which an accepted webhook was not posted, one was posted twice, or a forged one was
 * kept.
 */
@NullMarked
package io.daybook.bench.load;

import org.jspecify.annotations.NullMarked;
