/**
 * Bank statements as CSV, each bank's its own way, read by a mapping that a person wrote once.
 *
 * <p>What always holds: all that is wrong with a mapping, or with a file under a mapping, is said at once, with its lines;
 * a row is a booked line, a line not booked yet, or a problem, and never nothing.
 *
 * <p>What it refuses: settings that it does not know, rows without day or amount, amounts that are not exact.
 */
@NullMarked
package io.daybook.sources.bank.csv;

import org.jspecify.annotations.NullMarked;
