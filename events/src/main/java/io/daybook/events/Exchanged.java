package io.daybook.events;

/**
 * The same money in another currency, as a platform itself exchanged or showed it: what a customer paid before it was
 * settled, or what a bank gets of a balance in another currency.
 *
 * @param currency of the amount
 * @param minor minor units, with the sign of the amount beside which it stands
 */
public record Exchanged(CurrencyCode currency, long minor) {}
