/**
 * Shares of amounts in whole minor units: the only place where posting rounds.
 *
 * <p>What always holds: the parts sum exactly to what was shared; no part goes beyond its weight when no more is shared
 * than there is; equal input gives equal output, ties included. Rounding is half-up on the absolute value ({@code
 * ACCOUNTING.md} 30 fixes the mode). It refuses a share of nothing.
 */
@NullMarked
package io.daybook.posting.share;

import org.jspecify.annotations.NullMarked;
