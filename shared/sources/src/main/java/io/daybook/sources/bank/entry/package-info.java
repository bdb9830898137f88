/**
 * What every bank format tells, in one form: statements with balances, booked entries, and entries that are not booked yet.
 *
 * <p>What always holds: an entry's identity depends on the entries of its own day only; words that look like ids are kept,
 * names and account numbers of others are not ({@code docs/decisions/0003}).
 *
 * <p>What it refuses: nothing; the formats' readers do.
 */
@NullMarked
package io.daybook.sources.bank.entry;

import org.jspecify.annotations.NullMarked;
