package io.daybook.bench.cost;

import java.math.BigDecimal;

/**
 * A line of the cost table.
 *
 * @param what is paid for
 * @param perOrder how much of it an order takes
 * @param unit of what
 * @param dollars for a million orders
 */
public record CostLine(String what, BigDecimal perOrder, String unit, BigDecimal dollars) {}
