package io.daybook.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Rules;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.notices.Arrivals;
import io.daybook.notices.CloseNotices;
import io.daybook.notices.MessageNotices;
import io.daybook.notices.Missed;
import io.daybook.notices.MissedNotices;
import io.daybook.notices.Notice;
import io.daybook.notices.NoticeKind;
import io.daybook.notices.PayoutNotices;
import io.daybook.notices.SilenceNotices;
import io.daybook.notices.Unposted;
import io.daybook.reconciliation.Exceptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Everything in a book that people should be told of: read from lists that others keep, so that looking costs little. */
final class Concerns {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CLOSED = "closed";

  private final StateStore state;
  private final LedgerStore ledger;

  Concerns(StateStore state, LedgerStore ledger) {
    this.state = state;
    this.ledger = ledger;
  }

  List<Notice> find(Rules rules, Instant now) {
    Book book = state.book();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Notice> found = new ArrayList<>();
    found.addAll(PayoutNotices.of(book, new Exceptions(state).list()));
    found.addAll(MessageNotices.of(book, unposted()));
    found.addAll(SilenceNotices.of(book, new Arrivals(state).since(now), now, rules.zone()));
    found.addAll(
        MissedNotices.of(
            book, new Missed(state).since(today.minusDays(MissedNotices.DAYS)), today));
    Set<YearMonth> closed = closed();
    found.addAll(CloseNotices.of(book, daysAfter(closed), closed, now, rules.zone()));
    return found;
  }

  private List<Unposted> unposted() {
    return new Setbacks(state)
        .all().stream()
            .map(setback ->
                new Unposted(
                    switch (setback.kind()) {
                      case FAILED -> NoticeKind.MESSAGE_FAILED;
                      case PARKED -> NoticeKind.MESSAGE_PARKED;
                    },
                    MessageId.parse(setback.message()).connection(),
                    setback.message(),
                    setback.topic(),
                    setback.reason()))
            .toList();
  }

  /** The days with entries in months after the last closed one: months close in order, so no other can be due. */
  private SortedSet<LocalDate> daysAfter(Set<YearMonth> closed) {
    SortedSet<LocalDate> days = ledger.days();
    return closed.stream()
        .max(Comparator.naturalOrder())
        .map(last -> days.tailSet(last.plusMonths(1).atDay(1)))
        .orElse(days);
  }

  private Set<YearMonth> closed() {
    return state.list(Kind.PERIOD).stream()
        .filter(period -> CLOSED.equals(status(period)))
        .map(period -> YearMonth.parse(period.id()))
        .collect(Collectors.toSet());
  }

  private static String status(StateStore.Item period) {
    try {
      return MAPPER.readTree(period.json()).path("status").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("period " + period.id() + " cannot be read", e);
    }
  }
}
