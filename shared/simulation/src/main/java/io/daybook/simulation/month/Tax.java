package io.daybook.simulation.month;

import java.math.BigDecimal;

/** A tax line as the platform computed it: its title, its rate as a fraction, and minor units. */
public record Tax(String title, BigDecimal rate, long minor) {}
