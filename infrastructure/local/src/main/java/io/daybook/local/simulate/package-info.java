/**
 * Plays histories of a shop through the hub's own functions on stores that fail and crash, and holds the books against
 * paper.
 *
 * <p>What always holds: one seed plays the same history with the same faults again; nothing of a history outlives it. What
 * a history finds wrong it says in words; only what no history should ever meet is thrown.
 */
@NullMarked
package io.daybook.local.simulate;

import org.jspecify.annotations.NullMarked;
