/**
 * The switches of a book's accounting, by theme: one record each, every switch with its meaning and its default.
 *
 * <p>What always holds: a theme is data and decides nothing itself; its {@code standard()} is what a book starts with and
 * what an older text, in which a switch is missing, is read with. So a new switch's default must be what was posted before
 * there was a switch. It refuses values that no case of {@code ACCOUNTING.md} names.
 */
@NullMarked
package io.daybook.ledger.policy;

import org.jspecify.annotations.NullMarked;
