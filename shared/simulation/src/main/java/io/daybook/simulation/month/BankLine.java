package io.daybook.simulation.month;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of the bank account.
 *
 * @param id the bank's reference of the line
 * @param day its booking day
 * @param amountMinor positive into the account
 * @param endToEnd the end-to-end id; empty if the sender gave none
 * @param text the remittance text
 * @param payout the payout that arrives with it; absent for what nobody knows
 */
public record BankLine(
    String id,
    LocalDate day,
    long amountMinor,
    String endToEnd,
    String text,
    Optional<Payout> payout) {}
