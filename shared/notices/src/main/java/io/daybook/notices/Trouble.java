package io.daybook.notices;

import java.time.Instant;

/** A place at which nothing arrives: since when, and why, as far as it was said. */
public record Trouble(Destination place, Instant since, String reason) {}
