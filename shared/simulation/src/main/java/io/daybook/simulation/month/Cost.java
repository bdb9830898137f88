package io.daybook.simulation.month;

import java.time.Instant;

/**
 * What one of an item costs from an instant on.
 *
 * @param item the item
 * @param from since when
 * @param minor for one
 */
public record Cost(Item item, Instant from, long minor) {}
