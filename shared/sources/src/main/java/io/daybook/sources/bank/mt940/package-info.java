/**
 * MT940 statements and MT942 interim reports of SWIFT, in the dialects that banks hand out: with and without the network's
 * blocks, with {@code ?20} or {@code >20} subfields, {@code EREF+} and {@code /EREF/} codes, pages, several accounts.
 *
 * <p>What always holds: an entry's day is its entry date, else its value date; entries of an MT942 are never booked, for
 * the MT940 tells them again; pages that follow each other ({@code :62M:}, {@code :60M:}) are one statement.
 *
 * <p>What it refuses: a statement without account, opening or closing balance; a field that MT940 does not know; an entry
 * that cannot be read exactly.
 */
@NullMarked
package io.daybook.sources.bank.mt940;

import org.jspecify.annotations.NullMarked;
