package io.daybook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LeaseTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestBook book = new TestBook();

  private Optional<Lease> take(String holder) {
    return Lease.take(book.state, "work", holder, MINUTE, book.clock);
  }

  private boolean write(Lease lease, String id) {
    return lease.write(List.of(new Write(StateStore.Kind.CURSOR, id, 0, "{}")));
  }

  @Test
  void oneHoldsItUntilItIsReleased() {
    Lease first = take("a").orElseThrow();
    assertThat(take("b")).isEmpty();
    assertThat(Lease.holder(book.state, "work", book.clock)).map(Lease.Held::holder).contains("a");
    first.release();
    assertThat(take("b")).isPresent();
    assertThat(Lease.holder(book.state, "work", book.clock)).map(Lease.Held::epoch).contains(2L);
  }

  @Test
  void whoSleptPastItsEndWritesNothing() {
    Lease sleeper = take("a").orElseThrow();
    book.clock.advance(MINUTE);
    Lease taker = take("b").orElseThrow();
    assertThat(write(sleeper, "x")).isFalse();
    assertThat(book.state.get(StateStore.Kind.CURSOR, "x")).isEmpty();
    assertThat(write(taker, "x")).isTrue();
    sleeper.release();
    assertThat(write(taker, "y")).isTrue();
    assertThat(take("c")).isEmpty();
  }

  @Test
  void workingRenewsIt() {
    Lease busy = take("a").orElseThrow();
    book.clock.advance(MINUTE.minusSeconds(1));
    assertThat(write(busy, "x")).isTrue();
    book.clock.advance(MINUTE.minusSeconds(1));
    assertThat(take("b")).isEmpty();
  }
}
