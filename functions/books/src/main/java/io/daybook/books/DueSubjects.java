package io.daybook.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.intake.ConcurrentChange;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.SubjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Subjects to which the calendar alone brings more: subscriptions, parcels whose delivery nobody tells, sales that are cut
 * off at a month's end (rules A13 and A16). Each is looked at again on its day.
 */
final class DueSubjects {
  private static final ObjectMapper MAPPER = FactJson.mapper();

  private record Due(LocalDate day) {}

  private final StateStore state;

  DueSubjects(StateStore state) {
    this.state = state;
  }

  /** Notes when a subject is due. One that is not any more is found out on the day it was. */
  void note(SubjectId subject, Optional<LocalDate> day) {
    day.ifPresent(due -> {
      Optional<Item> before = state.get(Kind.DUE, subject.toString());
      if (before.map(DueSubjects::day).equals(day)) {
        return;
      }
      long version = before.map(Item::version).orElse(0L);
      if (!state.put(new Write(Kind.DUE, subject.toString(), version, write(due)))) {
        throw new ConcurrentChange("the day on which " + subject + " is due");
      }
    });
  }

  /** Those due on a day or before. */
  List<SubjectId> on(LocalDate today) {
    return state.list(Kind.DUE).stream()
        .filter(item -> !day(item).isAfter(today))
        .map(item -> SubjectId.parse(item.id()))
        .toList();
  }

  /** Forgets a subject that was looked at and is not due again, unless it became so meanwhile. */
  void forget(SubjectId subject, LocalDate today) {
    state
        .get(Kind.DUE, subject.toString())
        .filter(item -> !day(item).isAfter(today))
        .ifPresent(item -> {
          boolean _ = state.delete(Kind.DUE, item.id(), item.version());
        });
  }

  private static LocalDate day(Item item) {
    try {
      return MAPPER.readValue(item.json(), Due.class).day();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the day of " + item.id() + " cannot be read", e);
    }
  }

  private static String write(LocalDate day) {
    try {
      return MAPPER.writeValueAsString(new Due(day));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the day " + day + " cannot be written", e);
    }
  }
}
