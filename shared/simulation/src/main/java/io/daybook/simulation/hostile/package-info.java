/**
 * The hostile store: any form of storage, made to behave as badly as its interface allows, so that tests find what leans on
 * more than that.
 *
 * <p>Reads of the index by day lag; the feed repeats, splits, reorders and brings two steps of a subject at once; writes
 * time out before or after they landed. What always holds: it never breaks a promise of the interfaces, it ends with {@link
 * io.daybook.simulation.hostile.HostileStores#settle}, and one thread with the same seed meets the same faults again.
 */
@NullMarked
package io.daybook.simulation.hostile;

import org.jspecify.annotations.NullMarked;
