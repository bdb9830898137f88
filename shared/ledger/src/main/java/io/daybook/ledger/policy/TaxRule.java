package io.daybook.ledger.policy;

/**
 * What holds for a jurisdiction's tax.
 *
 * @param regime under which it is reported, such as {@code US}, {@code EU} or {@code OSS}; may be empty
 * @param point when it becomes due
 */
public record TaxRule(String regime, TaxPoint point) {}
