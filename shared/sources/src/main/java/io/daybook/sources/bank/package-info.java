/**
 * Bank statements as files: CAMT.052, 053 and 054, MT940 and 942, OFX and QFX, BAI2, CSV with a mapping.
 *
 * <p>What always holds: a file is taken whole or not at all, and what is refused names its line, field and what was
 * expected; only what the bank has booked becomes lines; reading the same file again gives the same ids, and two equal
 * lines of a day are two. A statement that does not add up is taken all the same and says by how much ({@link
 * io.daybook.events.BankStatement#differenceMinor}).
 *
 * <p>What it refuses: files above 50 MB of XML or 20 MB of text, archives, what is no bank statement. Names, addresses and
 * the account numbers of others never get into a line ({@code docs/decisions/0003}).
 */
@NullMarked
package io.daybook.sources.bank;

import org.jspecify.annotations.NullMarked;
