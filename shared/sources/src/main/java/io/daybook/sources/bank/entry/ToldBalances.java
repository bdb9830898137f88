package io.daybook.sources.bank.entry;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import java.time.LocalDate;

/**
 * The booked balances at both ends of a statement.
 *
 * @param id the bank's id of the statement, or one made of its days
 * @param currency of the balances
 * @param from the first day
 * @param to the last day
 * @param openingMinor at the start of {@code from}
 * @param closingMinor at the end of {@code to}
 */
public record ToldBalances(
    Reference id,
    CurrencyCode currency,
    LocalDate from,
    LocalDate to,
    long openingMinor,
    long closingMinor) {}
