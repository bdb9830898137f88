/**
 * Proof: orders against payments, payments against payouts, payouts against the bank. Finds matches, open items and
 * discrepancies; posts nothing itself, but tells facts ({@code BankMatch}, {@code Settlement}, {@code Unclaimed}) that
 * go through the inbox like everybody's.
 *
 * <p>{@link io.daybook.reconciliation.Reconciler} runs one at a time on a book, under a lease that every claim is written
 * together with. What it told is told again until the ledger knows it, so a run may die anywhere. It reads meeting accounts
 * from a horizon on and carries what stood open before it, so that a run costs what happened since and not what ever
 * happened. {@link io.daybook.reconciliation.PayoutStatements} makes the statements, {@link
 * io.daybook.reconciliation.Exceptions} keeps the list of what a person must look at.
 *
 * <p>What always holds: booked as certain is only what an id proves; amount and date alone make a suggestion; a
 * difference is shown to the minor unit and never plugged.
 */
@NullMarked
package io.daybook.reconciliation;

import org.jspecify.annotations.NullMarked;
