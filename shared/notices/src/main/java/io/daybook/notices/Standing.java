package io.daybook.notices;

import io.daybook.ledger.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A notice as the state remembers it: since when it stands, and what was told of it to whom.
 *
 * @param firstSeen by a run
 * @param since when it began; {@code firstSeen} if nothing else is known
 * @param changedAt when the measure last changed
 * @param goneSince since when no run finds it any more
 * @param told by destination
 */
record Standing(
    NoticeKind kind,
    String subject,
    String headline,
    Optional<Money> amount,
    String measure,
    Instant firstSeen,
    Instant since,
    Instant changedAt,
    Optional<Instant> goneSince,
    SortedMap<String, Told> told) {
  /**
   * What was told to a place last.
   *
   * @param measure at which
   * @param at when
   * @param arrived false if it was given up
   */
  record Told(String measure, Instant at, boolean arrived) {}

  Standing {
    told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
  }

  static Standing of(Notice notice, Instant now) {
    return new Standing(
        notice.kind(),
        notice.subject(),
        notice.headline(),
        notice.amount(),
        notice.measure(),
        now,
        notice.since().orElse(now),
        now,
        Optional.empty(),
        new TreeMap<>());
  }

  /** Its identity within the book. */
  String id() {
    return kind.code() + "/" + subject;
  }

  /** As a notice finds it now. */
  Standing found(Notice notice, Instant now) {
    boolean same = measure.equals(notice.measure());
    return new Standing(
        kind,
        subject,
        same ? headline : notice.headline(),
        same ? amount : notice.amount(),
        notice.measure(),
        firstSeen,
        same ? since : notice.since().orElse(since),
        same ? changedAt : now,
        Optional.empty(),
        told);
  }

  /** As it is when nobody finds it. */
  Standing gone(Instant now) {
    return new Standing(
        kind,
        subject,
        headline,
        amount,
        measure,
        firstSeen,
        since,
        changedAt,
        goneSince.or(() -> Optional.of(now)),
        told);
  }

  /** With what a place was told; {@code absent} takes the place off. */
  Standing telling(Destination place, Optional<Told> last) {
    SortedMap<String, Told> after = new TreeMap<>(told);
    last.ifPresentOrElse(what -> after.put(place.text(), what), () -> after.remove(place.text()));
    return new Standing(
        kind, subject, headline, amount, measure, firstSeen, since, changedAt, goneSince, after);
  }
}
