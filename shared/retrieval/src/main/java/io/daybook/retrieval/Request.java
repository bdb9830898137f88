package io.daybook.retrieval;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece of a sweep.
 *
 * @param resource one of {@link Retriever#resources}
 * @param changedFrom what changed at or after this instant
 * @param changedTo what changed before this instant
 * @param cursor where the page before ended; absent for the first
 */
public record Request(
    String resource, Instant changedFrom, Instant changedTo, Optional<String> cursor) {}
