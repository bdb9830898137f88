package io.daybook.bench.cost;

import java.math.BigDecimal;
import java.util.List;

/**
 * What orders of one kind cost.
 *
 * @param name what orders, and how their messages come
 * @param lines in the order of an order's way through the hub
 */
public record Scenario(String name, List<CostLine> lines) {
  /** Copies the lines. */
  public Scenario {
    lines = List.copyOf(lines);
  }

  /** Dollars for a million orders. */
  public BigDecimal dollars() {
    return lines.stream().map(CostLine::dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
