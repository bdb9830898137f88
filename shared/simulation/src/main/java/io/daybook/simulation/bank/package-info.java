/**
 * The bank of the simulated month: its statement as a file.
 *
 * <p>What always holds: the file's opening balance and its entries add up to its closing balance, exactly.
 *
 * <p>It refuses nothing: it only writes.
 */
@NullMarked
package io.daybook.simulation.bank;

import org.jspecify.annotations.NullMarked;
