/**
 * What a message costs on its way to entries: parsed only, translated, posted, on one core and in memory; and through the
 * whole local chain.
 *
 * <p>What always holds: all of them work on the same month of the same shop, so that what one costs more than another is
 * what it does more.
 */
@NullMarked
package io.daybook.bench.posting;

import org.jspecify.annotations.NullMarked;
