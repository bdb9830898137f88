package io.daybook.notices;

import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.StoreFailure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Tells the people of one book what stands, place by place: takes the line, reads anew what stands, sends one letter,
 * and notes in one write that it was sent and that the line is free.
 *
 * <p>A run that dies before it sent has told nothing, and the next one tells it once the line's lease of two minutes is
 * over. One that dies between sending and noting has told what the next one tells once more, under the same letter id. A
 * run that only stands still that long is treated as dead. There is no third way to be told twice.
 */
public final class Teller {
  /** What fits one write with the line. */
  static final int MAX_NOTICES = 50;

  private static final int MAX_TRIES = 10;

  private final StateStore state;
  private final Channels channels;
  private final Clock clock;
  private final ZoneId zone;
  private final RandomGenerator chance;
  private final Standings standings;
  private final Lines lines;
  private final Letters letters;

  /**
   * A teller for one book.
   *
   * @param zone the book's
   * @param portal the portal's address, empty if it is not known
   * @param chance for the pauses between tries
   */
  public Teller(
      StateStore state,
      Channels channels,
      Clock clock,
      ZoneId zone,
      String portal,
      RandomGenerator chance) {
    this.state = state;
    this.channels = channels;
    this.clock = clock;
    this.zone = zone;
    this.chance = chance;
    this.standings = new Standings(state);
    this.lines = new Lines(state);
    this.letters = new Letters(state.book(), zone, portal);
  }

  /**
   * Tells what is to be told now.
   *
   * @param found everything worth telling that there is: what is not among it is over
   * @param hasTime asked before each letter; what there is no time for is told by the next run
   */
  public Telling tell(List<Notice> found, BooleanSupplier hasTime) {
    standings.refresh(found, clock.instant());
    Map<NoticeKind, Preferences> wishes = new PreferencesBook(state).all();
    Map<String, Notice> byId = new TreeMap<>();
    found.forEach(notice -> byId.putIfAbsent(notice.id(), notice));
    List<Telling.Arrived> told = new ArrayList<>();
    List<Telling.Unsent> unsent = new ArrayList<>();
    for (Destination place : places(wishes)) {
      if (hasTime.getAsBoolean()) {
        Telling telling = tell(place, wishes, byId);
        told.addAll(telling.told());
        unsent.addAll(telling.unsent());
      }
    }
    forget(wishes);
    return new Telling(told, unsent);
  }

  /** Sends a letter to each place that would be told of any of these kinds, whatever stands and whoever is quiet. */
  public Telling test(Set<NoticeKind> kinds) {
    Set<Destination> places = new LinkedHashSet<>();
    new PreferencesBook(state)
        .all()
        .forEach((kind, wish) -> {
          if (kinds.contains(kind)) {
            places.addAll(channels.places(wish));
          }
        });
    List<Telling.Arrived> told = new ArrayList<>();
    List<Telling.Unsent> unsent = new ArrayList<>();
    for (Destination place : places) {
      switch (send(place, letters.test(place, clock.instant()))) {
        case Delivery.Sent _ -> told.add(new Telling.Arrived("test", "test", "new", place.text()));
        case Delivery.Refused(String reason) ->
            unsent.add(new Telling.Unsent("test", "test", place.text(), reason, false));
        case Delivery.Failed(String reason) ->
            unsent.add(new Telling.Unsent("test", "test", place.text(), reason, false));
      }
    }
    return new Telling(told, unsent);
  }

  private Set<Destination> places(Map<NoticeKind, Preferences> wishes) {
    Set<Destination> places = new LinkedHashSet<>();
    wishes.values().stream()
        .filter(Preferences::on)
        .forEach(wish -> places.addAll(channels.places(wish)));
    return places;
  }

  private Telling tell(
      Destination place, Map<NoticeKind, Preferences> wishes, Map<String, Notice> found) {
    List<Due> waiting = due(place, wishes, found);
    if (waiting.isEmpty()) {
      return new Telling(List.of(), List.of());
    }
    Line line = lines.find(place);
    if (line.isPaused(clock.instant())) {
      return unsent(place, waiting, line.trouble().orElse("it failed before"), true);
    }
    Optional<Lines.Held> held = lines.take(place, clock.instant());
    if (held.isEmpty()) {
      return new Telling(List.of(), List.of());
    }
    // Read again: whoever had the line before may have told it.
    List<Due> due = due(place, wishes, found);
    if (due.isEmpty()) {
      note(held.get(), held.get().line().released(), List.of(), true);
      return new Telling(List.of(), List.of());
    }
    return noted(held.get(), due, send(place, letters.write(place, due, clock.instant())));
  }

  private Telling noted(Lines.Held held, List<Due> due, Delivery delivery) {
    Destination place = held.place();
    return switch (delivery) {
      case Delivery.Sent _ -> {
        note(held, Line.free(place), due, true);
        yield new Telling(
            due.stream()
                .map(one ->
                    new Telling.Arrived(
                        one.standing().kind().code(),
                        one.standing().subject(),
                        one.reason().code(),
                        place.text()))
                .toList(),
            List.of());
      }
      case Delivery.Refused(String reason) -> {
        note(held, held.line().givenUp(reason, clock.instant()), due, false);
        yield unsent(place, due, reason, false);
      }
      case Delivery.Failed(String reason) -> {
        boolean last = held.line().failures() + 1 >= Line.MAX_FAILURES;
        if (last) {
          note(held, held.line().givenUp(reason, clock.instant()), due, false);
        } else {
          note(held, held.line().failed(reason, clock.instant(), chance), List.of(), false);
        }
        yield unsent(place, due, reason, !last);
      }
    };
  }

  /** A channel's own fault must not keep the other places from being told. */
  private Delivery send(Destination place, Letter letter) {
    try {
      return channels.of(place).send(place, letter);
    } catch (RuntimeException fault) {
      return new Delivery.Failed("a fault of ours: " + fault.getClass().getSimpleName());
    }
  }

  /** What a place is to be told now, the longest standing first. */
  private List<Due> due(
      Destination place, Map<NoticeKind, Preferences> wishes, Map<String, Notice> found) {
    Instant now = clock.instant();
    List<Due> due = new ArrayList<>();
    for (Standings.Versioned one : standings.all()) {
      Standing standing = one.standing();
      Optional<Notice> notice = Optional.ofNullable(found.get(standing.id()));
      Preferences wish = wish(wishes, standing);
      boolean seen = standing.goneSince().isPresent() || notice.isPresent();
      if (seen && channels.places(wish).contains(place)) {
        Timing.due(standing, place, wish, now, zone)
            .ifPresent(reason -> due.add(new Due(standing, reason, notice)));
      }
    }
    return due.stream()
        .sorted(Comparator.comparing(one -> one.standing().since()))
        .limit(MAX_NOTICES)
        .toList();
  }

  /** Notes together what was told and how the line stands; nothing, if another run took the line meanwhile. */
  private void note(Lines.Held held, Line after, List<Due> due, boolean arrived) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      List<Write> writes = new ArrayList<>();
      writes.add(held.write(after));
      for (Due one : due) {
        standings
            .find(one.standing().id())
            .ifPresent(now ->
                writes.add(
                    now.write(
                        now.standing().telling(held.place(), one.told(clock.instant(), arrived)))));
      }
      if (put(writes, tries) || !lines.isHeld(held)) {
        return;
      }
    }
    throw new IllegalStateException(
        "what " + state.book() + " told changed " + MAX_TRIES + " times meanwhile");
  }

  /** A write that did not answer may have landed: whether the line is still held tells. */
  private boolean put(List<Write> writes, int tries) {
    try {
      return state.putAll(writes);
    } catch (StoreFailure unknown) {
      if (tries + 1 == MAX_TRIES) {
        throw unknown;
      }
      return false;
    }
  }

  private void forget(Map<NoticeKind, Preferences> wishes) {
    Instant now = clock.instant();
    for (Standings.Versioned one : standings.all()) {
      Standing standing = one.standing();
      boolean over =
          standing
              .goneSince()
              .filter(gone -> !now.isBefore(gone.plus(Timing.OVER_AFTER)))
              .isPresent();
      Preferences wish = wish(wishes, standing);
      if (over
          && channels.places(wish).stream()
              .allMatch(place -> Timing.isDone(standing, place, wish))) {
        standings.forget(one);
      }
    }
  }

  private static Preferences wish(Map<NoticeKind, Preferences> wishes, Standing standing) {
    return wishes.getOrDefault(standing.kind(), Preferences.standard(standing.kind()));
  }

  private static Telling unsent(Destination place, List<Due> due, String reason, boolean again) {
    return new Telling(
        List.of(),
        due.stream()
            .map(one ->
                new Telling.Unsent(
                    one.standing().kind().code(),
                    one.standing().subject(),
                    place.text(),
                    reason,
                    again))
            .toList());
  }
}
