package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Optional;

/** The path and parameters of a list request. */
final class Query {
  private final StringBuilder url;

  private Query(String path, int limit) {
    this.url = new StringBuilder(path).append("?limit=").append(limit);
  }

  /** A list of at most so many objects a page; Stripe allows 100. */
  static Query of(String path, int limit) {
    return new Query(path, limit);
  }

  Query with(String name, String value) {
    url.append('&')
        .append(URLEncoder.encode(name, UTF_8))
        .append('=')
        .append(URLEncoder.encode(value, UTF_8));
    return this;
  }

  /** Created at or after the one and before the other; Stripe counts whole seconds. */
  Query created(Instant from, Instant to) {
    long end = to.getNano() == 0 ? to.getEpochSecond() : to.getEpochSecond() + 1;
    return with("created[gte]", Long.toString(Math.max(0, from.getEpochSecond())))
        .with("created[lt]", Long.toString(end));
  }

  Query after(Optional<String> id) {
    return id.map(last -> with("starting_after", last)).orElse(this);
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
