package io.daybook.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.LogMemory.First;
import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.StoreSamples;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.memory.MemoryStores;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class LogMemoryTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final SubjectId ORDER = StoreSamples.order("1");

  private final LedgerStore stored =
      new MemoryStores(Clock.fixed(NOW, ZoneOffset.UTC)).ledger(new Book("demo"));
  private final List<String> asked = new ArrayList<>();

  /** Notes how logs are read. */
  private final class Noting implements LedgerStore {
    @Override
    public Book book() {
      return stored.book();
    }

    @Override
    public List<Step> read(SubjectId subject) {
      asked.add("read");
      return stored.read(subject);
    }

    @Override
    public List<Step> glance(SubjectId subject) {
      asked.add("glance");
      return stored.read(subject);
    }

    @Override
    public Append append(Step step) {
      return stored.append(step);
    }

    @Override
    public List<Step> day(LocalDate day, Optional<Instant> knownAt) {
      return stored.day(day, knownAt);
    }

    @Override
    public SortedSet<LocalDate> days() {
      return stored.days();
    }
  }

  private static Step step(int number, long minor) {
    return StoreSamples.step(ORDER, number, NOW, minor);
  }

  @Test
  void aLogIsReadOnceAndKnowsWhatWasAppended() {
    LogMemory memory = new LogMemory(new Noting(), First.EXACT);
    assertThat(memory.read(ORDER)).isEmpty();
    assertThat(memory.append(step(1, 10))).isEqualTo(new Append.Appended());
    assertThat(memory.append(step(2, 20))).isEqualTo(new Append.Appended());
    assertThat(memory.read(ORDER)).containsExactly(step(1, 10), step(2, 20));
    assertThat(asked).containsExactly("read");
  }

  @Test
  void whoLosesTheRaceReadsAgain() {
    LogMemory memory = new LogMemory(new Noting(), First.EXACT);
    assertThat(memory.read(ORDER)).isEmpty();
    assertThat(stored.append(step(1, 99))).isEqualTo(new Append.Appended());
    assertThat(memory.append(step(1, 10))).isEqualTo(new Append.Lost());
    assertThat(memory.read(ORDER)).containsExactly(step(1, 99));
    assertThat(asked).containsExactly("read", "read");
  }

  @Test
  void whoGlancedAndLostTheRaceReadsAsItIs() {
    LogMemory memory = new LogMemory(new Noting(), First.GLANCE);
    assertThat(memory.read(ORDER)).isEmpty();
    assertThat(stored.append(step(1, 99))).isEqualTo(new Append.Appended());
    assertThat(memory.append(step(1, 10))).isEqualTo(new Append.Lost());
    assertThat(memory.read(ORDER)).containsExactly(step(1, 99));
    assertThat(asked).containsExactly("glance", "read");
  }

  @Test
  void aNewPieceOfWorkReadsAnew() {
    LogMemory memory = new LogMemory(new Noting(), First.EXACT);
    assertThat(memory.read(ORDER)).isEmpty();
    memory.forget();
    assertThat(memory.read(ORDER)).isEmpty();
    assertThat(asked).containsExactly("read", "read");
  }
}
