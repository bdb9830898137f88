/**
 * Proof: orders against payments, payments against payouts, payouts against the bank. Finds matches, open items and
 * discrepancies; posts nothing itself, but tells facts ({@code BankMatch}, {@code Settlement}, {@code Unclaimed}) that
 * go through the inbox like everybody's.
 *
 * <p>What always holds: booked as certain is only what an id proves; amount and date alone make a suggestion; a
 * difference is shown to the minor unit and never plugged.
 */
@NullMarked
package io.daybook.reconciliation;

import org.jspecify.annotations.NullMarked;
