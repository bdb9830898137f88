package io.daybook.ledger;

import io.daybook.events.Exemption;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a tax report needs to know of a leg (rule A4). Balances follow the entry, the report follows the tax point.
 *
 * @param point the day on which the tax is due; absent while it is not yet, though 2010 holds it
 * @param regime under which it is reported, such as {@code US} or {@code OSS}; may be empty
 * @param jurisdiction who levies it; empty on an exempt sale that names none
 * @param rate as the platform gave it, a decimal fraction such as {@code 0.0825}; empty if it gave none
 * @param exemption on a leg that is the base of no tax: why, and what proves it (case 85)
 */
public record TaxMark(
    Optional<LocalDate> point,
    String regime,
    String jurisdiction,
    String rate,
    Optional<Exemption> exemption) {}
