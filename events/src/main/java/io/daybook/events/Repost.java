package io.daybook.events;

import java.time.Instant;

/**
 * A subject is posted under later rules than those of its first entry, an act of a named person who saw first what it
 * changes (DESIGN promise 12).
 *
 * @param origin {@code daybook:} and the book
 * @param subject which, such as {@code order/shopify:blue-cup.myshopify.com/450789469}
 * @param version of the rules that it is posted under from now on
 * @param by who did it
 * @param reason why
 * @param at when
 */
public record Repost(
    Origin origin, String subject, long version, String by, String reason, Instant at)
    implements State, Act {
  /** Refuses an act without a name on it. */
  public Repost {
    Text.requireId(by, "by");
  }

  @Override
  public FactKey key() {
    return new FactKey("repost", origin, subject);
  }

  @Override
  public Fact money() {
    return new Repost(origin, subject, version, "-", "", Instant.EPOCH);
  }
}
