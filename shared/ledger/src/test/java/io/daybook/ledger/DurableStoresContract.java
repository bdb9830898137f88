package io.daybook.ledger;

import static io.daybook.ledger.StoreSamples.message;
import static io.daybook.ledger.StoreSamples.order;
import static io.daybook.ledger.StoreSamples.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.ChangeFeed.Batch;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the forms do, besides, that outlive their process. */
public abstract class DurableStoresContract extends StoresContract {
  @Test
  void everythingIsThereWhenOpenedAgain() throws Exception {
    Step step = step(order("1"), 1, clock().instant(), 100);
    Message small = message("shop", clock().instant(), "{}");
    Message large = message("shop", clock().instant(), StoreSamples.noise(1_000_000));
    ledger().append(step);
    inbox().put(small);
    inbox().put(large);
    state().put(new Write(Kind.CONNECTION, "shop", 0, "{}"));
    state().count("duplicates");
    reopen();
    assertThat(ledger().read(order("1"))).containsExactly(step);
    assertThat(ledger().days()).containsExactly(step.entry().orElseThrow().day());
    assertThat(ledger().day(step.entry().orElseThrow().day(), Optional.empty()))
        .containsExactly(step);
    assertThat(inbox().day(small.connection(), small.id().day()))
        .containsExactlyInAnyOrder(small, large);
    assertThat(inbox().days(small.connection())).containsExactly(small.id().day());
    assertThat(inbox().connections()).containsExactly(small.connection());
    assertThat(inbox().put(small)).isEqualTo(InboxStore.Put.DUPLICATE);
    assertThat(ledger().append(step)).isEqualTo(new Append.Appended());
    assertThat(state().get(Kind.CONNECTION, "shop")).contains(new Item("shop", 1, "{}"));
    assertThat(state().counted("duplicates")).isEqualTo(1);
    assertThat(stores().books()).containsExactly(book());
  }

  @Test
  void theFeedGoesOnFromAPlaceThatWasKeptOutside() throws Exception {
    ledger().append(step(order("1"), 1, clock().instant(), 1));
    Batch before = ChangeFeedContract.drain(stores().feed(), stores().feed().start(), 10);
    assertThat(before.changes()).hasSize(1);
    Step unread = step(order("1"), 2, clock().instant(), 2);
    ledger().append(unread);
    reopen();
    Step later = step(order("1"), 3, clock().instant(), 3);
    ledger().append(later);
    assertThat(ChangeFeedContract.drain(stores().feed(), before.next(), 10).changes())
        .containsExactly(new Change.Appended(book(), unread), new Change.Appended(book(), later));
    assertThat(ChangeFeedContract.drain(stores().feed(), stores().feed().start(), 10).changes())
        .hasSize(3);
  }
}
