/**
 * CAMT.052, 053 and 054 of ISO 20022, every version so far, read with the JDK's StAX ({@code docs/decisions/0005}).
 *
 * <p>What always holds: only booked entries of a statement become lines, one each, batches included; those of a report or
 * a notification do if the bank's own id identifies them, and are shown as not booked else.
 *
 * <p>What it refuses: document types and entities, amounts with more decimals than their currency has, a statement twice.
 */
@NullMarked
package io.daybook.sources.bank.camt;

import org.jspecify.annotations.NullMarked;
