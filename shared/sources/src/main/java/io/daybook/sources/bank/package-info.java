/**
 * Bank statements as files: CAMT.053, and CAMT.052 and 054 where they are safe (ISO 20022, every version so far).
 *
 * <p>What always holds: a file is taken whole or not at all, and what is refused names its line, element and what was
 * expected; only booked entries become lines, one each, batches included; reading the same file again gives the same
 * ids, and two equal lines of a day are two. A statement that does not add up is taken all the same and says by how
 * much ({@link io.daybook.events.BankStatement#differenceMinor}).
 *
 * <p>What it refuses: document type declarations and entities, files above 50 MB, amounts with more decimals than their
 * currency has. Names, addresses and the account numbers of others never get into a line ({@code docs/decisions/0003}).
 */
@NullMarked
package io.daybook.sources.bank;

import org.jspecify.annotations.NullMarked;
