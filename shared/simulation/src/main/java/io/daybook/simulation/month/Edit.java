package io.daybook.simulation.month;

import java.time.Instant;

/**
 * An edit that added a line.
 *
 * @param id the shop's id of the edit
 * @param at when it was committed
 * @param added the new line
 */
public record Edit(long id, Instant at, Line added) {}
