package io.daybook.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Book;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.memory.MemoryStores;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DueSubjectsTest {
  private static final SubjectId ORDER = SubjectId.parse("order/shopify:blue-cup/1001");
  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

  private final DueSubjects due =
      new DueSubjects(new MemoryStores(Clock.systemUTC()).state(new Book("blue-cup")));

  @Test
  @Tag("accounting-A13")
  void aSubjectIsLookedAtOnItsDayAndNotBefore() {
    due.note(ORDER, Optional.of(FIRST));
    due.note(ORDER, Optional.empty());
    due.note(ORDER, Optional.of(FIRST));

    assertThat(due.on(FIRST.minusDays(1))).isEmpty();
    assertThat(due.on(FIRST)).containsExactly(ORDER);
    assertThat(due.on(FIRST.plusDays(3))).containsExactly(ORDER);
  }

  @Test
  void whatBecameDueAgainIsNotForgotten() {
    due.note(ORDER, Optional.of(FIRST));
    due.note(ORDER, Optional.of(FIRST.plusMonths(1)));

    due.forget(ORDER, FIRST);
    assertThat(due.on(FIRST.plusMonths(1))).containsExactly(ORDER);

    due.forget(ORDER, FIRST.plusMonths(1));
    due.forget(ORDER, FIRST.plusMonths(1));
    assertThat(due.on(FIRST.plusYears(1))).isEmpty();
  }
}
