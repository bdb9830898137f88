package io.daybook.ledger;

import static io.daybook.ledger.StoreSamples.message;
import static io.daybook.ledger.StoreSamples.order;
import static io.daybook.ledger.StoreSamples.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A book is an island (DESIGN promise 10). */
public interface IslandContract extends StoresUnderTest {
  /** Names that run into each other if a key is put together carelessly. */
  List<Book> NEIGHBOURS =
      List.of(
          new Book("a"),
          new Book("a-"),
          new Book("a-b"),
          new Book("a--b"),
          new Book("0"),
          new Book("ab"));

  @Test
  default void aHandleNamesItsBook() {
    assertThat(ledger().book()).isEqualTo(book());
    assertThat(inbox().book()).isEqualTo(book());
    assertThat(state().book()).isEqualTo(book());
  }

  @Test
  default void noBookReadsWhatAnotherLearnt() {
    LocalDate day = LocalDate.parse("2025-03-01");
    for (Book book : NEIGHBOURS) {
      assertThat(stores().ledger(book).read(order("1"))).as("%s", book).isEmpty();
      assertThat(
              stores()
                  .ledger(book)
                  .append(step(order("1"), 1, clock().instant(), book.hashCode() | 1L, day)))
          .isEqualTo(new Append.Appended());
    }
    for (Book book : NEIGHBOURS) {
      Step own = step(order("1"), 1, clock().instant(), book.hashCode() | 1L, day);
      assertThat(stores().ledger(book).read(order("1"))).as("%s", book).containsExactly(own);
      assertThat(stores().ledger(book).day(day, Optional.empty()))
          .as("%s", book)
          .containsExactly(own);
      assertThat(stores().ledger(book).days()).containsExactly(day);
    }
    assertThat(ledger().days()).isEmpty();
  }

  @Test
  default void noBookReadsWhatAnotherReceived() {
    for (Book book : NEIGHBOURS) {
      for (String connection : List.of("b", "b-b", "a", "0")) {
        Message message = message(connection, clock().instant(), "{}");
        assertThat(stores().inbox(book).get(message.id())).isEmpty();
        assertThat(stores().inbox(book).put(message))
            .as("%s %s", book, connection)
            .isEqualTo(InboxStore.Put.KEPT);
        assertThat(stores().inbox(book).day(message.connection(), message.id().day()))
            .containsExactly(message);
      }
      assertThat(stores().inbox(book).connections()).hasSize(4);
    }
    assertThat(inbox().connections()).isEmpty();
  }

  @Test
  default void noBookReadsOrWritesWhatAnotherKeeps() {
    for (Book book : NEIGHBOURS) {
      assertThat(stores().state(book).put(new Write(Kind.CURSOR, "b/orders", 0, "of " + book)))
          .isTrue();
      stores().state(book).count("refusals");
    }
    for (Book book : NEIGHBOURS) {
      assertThat(stores().state(book).list(Kind.CURSOR))
          .containsExactly(new Item("b/orders", 1, "of " + book));
      assertThat(stores().state(book).counted("refusals")).isEqualTo(1);
    }
    assertThat(stores().state(NEIGHBOURS.getFirst()).delete(Kind.CURSOR, "b/orders", 1)).isTrue();
    for (Book book : NEIGHBOURS.subList(1, NEIGHBOURS.size())) {
      assertThat(stores().state(book).get(Kind.CURSOR, "b/orders")).isPresent();
    }
  }

  @Test
  default void theBooksAreThoseThatHaveAConnection() {
    assertThat(stores().books()).isEmpty();
    stores().state(new Book("connected")).put(new Write(Kind.CONNECTION, "shop", 0, "{}"));
    stores().inbox(new Book("acted")).put(message("person", clock().instant(), "{}"));
    stores().state(new Book("neither")).put(new Write(Kind.CURSOR, "shop", 0, "{}"));
    stores().state(new Book("refused")).put(new Write(Kind.CURSOR, "shop", 3, "{}"));
    assertThat(stores().books()).containsExactly(new Book("acted"), new Book("connected"));
  }
}
