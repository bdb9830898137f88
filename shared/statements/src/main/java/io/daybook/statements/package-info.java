/**
 * Reports and their file formats: journals for other systems, the trial balance, a payout's reconciled statement, the
 * exceptions list, and the summary of a run.
 *
 * <p>What always holds: equal input gives equal bytes. No file carries the time of its making, a random id, or anything
 * of the machine's locale and time zone (compressed formats, PDF and XLSX, depend on the JDK's deflate and on nothing
 * else). Every amount is an exact decimal with the currency's ISO 4217 decimals; every date stands with its time zone
 * ({@code FAILURES.md} 17, 34).
 *
 * <p>CSV is RFC 4180 in UTF-8 without a byte order mark: scripts read it, and a mark would become part of the first
 * column's name. Who opens files in a spreadsheet takes the XLSX. In CSVs that people read, a text cell that a
 * spreadsheet would take for a formula begins with an apostrophe; numbers are never touched ({@code FAILURES.md} 54).
 * Cells of an XLSX are typed, so there is nothing to guard.
 *
 * <p>What it refuses: an amount that cannot be written exactly, an account that the chart does not have. It reads no
 * store and computes no balance; whoever calls it hands in what to show and where to write, and closes the stream.
 */
@NullMarked
package io.daybook.statements;

import org.jspecify.annotations.NullMarked;
