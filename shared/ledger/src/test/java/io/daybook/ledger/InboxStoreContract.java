package io.daybook.ledger;

import static io.daybook.ledger.StoreSamples.message;
import static io.daybook.ledger.StoreSamples.noise;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link InboxStore} does. */
public interface InboxStoreContract extends StoresUnderTest {
  /** A connection. */
  ConnectionName SHOP = new ConnectionName("shop");

  /** A day. */
  LocalDate FIRST_OF_MARCH = LocalDate.parse("2025-03-01");

  @Test
  default void anInboxThatGotNothingIsEmpty() {
    assertThat(inbox().get(message("shop", clock().instant(), "{}").id())).isEmpty();
    assertThat(inbox().day(SHOP, FIRST_OF_MARCH)).isEmpty();
    assertThat(inbox().count(SHOP, FIRST_OF_MARCH)).isZero();
    assertThat(inbox().days(SHOP)).isEmpty();
    assertThat(inbox().connections()).isEmpty();
  }

  @Test
  default void aMessageIsReadBackAsItCame() {
    for (Message.Via via : Message.Via.values()) {
      Message message =
          new Message(
              SHOP,
              clock().instant().plusNanos(1),
              via,
              "topic/☕ of " + via,
              Bytes.utf8("{\"id\": 1}\n"));
      assertThat(inbox().put(message)).isEqualTo(InboxStore.Put.KEPT);
      assertThat(inbox().get(message.id())).contains(message);
    }
  }

  @Test
  default void theSameBytesOnTheSameDayAreOneMessage() {
    Message first = message("shop", Instant.parse("2025-03-01T00:00:00Z"), "{}");
    assertThat(inbox().put(first)).isEqualTo(InboxStore.Put.KEPT);
    assertThat(inbox().put(first)).isEqualTo(InboxStore.Put.DUPLICATE);
    Message later = message("shop", Instant.parse("2025-03-01T23:59:59.999Z"), "{}");
    assertThat(inbox().put(later)).isEqualTo(InboxStore.Put.DUPLICATE);
    assertThat(inbox().day(SHOP, FIRST_OF_MARCH)).containsExactly(first);
    assertThat(inbox().count(SHOP, FIRST_OF_MARCH)).isEqualTo(1);
  }

  @Test
  default void theSameBytesOnAnotherDayOrOfAnotherTopicOrConnectionAreKeptAgain() {
    Message first = message("shop", Instant.parse("2025-03-01T23:59:59.999Z"), "{}");
    Message nextDay = message("shop", Instant.parse("2025-03-02T00:00:00Z"), "{}");
    Message elsewhere = message("shop-2", first.receivedAt(), "{}");
    Message otherTopic =
        new Message(SHOP, first.receivedAt(), Message.Via.WEBHOOK, "orders/paid", first.body());
    for (Message message : List.of(first, nextDay, elsewhere, otherTopic)) {
      assertThat(inbox().put(message)).isEqualTo(InboxStore.Put.KEPT);
    }
    assertThat(inbox().day(SHOP, FIRST_OF_MARCH)).containsExactlyInAnyOrder(first, otherTopic);
    assertThat(inbox().day(SHOP, FIRST_OF_MARCH.plusDays(1))).containsExactly(nextDay);
    assertThat(inbox().day(new ConnectionName("shop-2"), FIRST_OF_MARCH))
        .containsExactly(elsewhere);
    assertThat(inbox().days(SHOP)).containsExactly(FIRST_OF_MARCH, FIRST_OF_MARCH.plusDays(1));
    assertThat(inbox().connections()).containsExactly(SHOP, new ConnectionName("shop-2"));
  }

  @Test
  default void aDayIsInTheOrderOfDigests() {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      messages.add(
          message(
              "shop", Instant.parse("2025-03-01T12:00:00Z").plusSeconds(i), "{\"id\":" + i + "}"));
      inbox().put(messages.getLast());
    }
    assertThat(inbox().day(SHOP, FIRST_OF_MARCH))
        .containsExactlyInAnyOrderElementsOf(messages)
        .extracting(message -> message.id().digest())
        .isSorted();
    assertThat(inbox().count(SHOP, FIRST_OF_MARCH)).isEqualTo(120);
  }

  @Test
  default void receiptsAreTheMessagesOfADayWithoutTheirBodies() {
    Message order = message("shop", Instant.parse("2025-03-01T12:00:00.25Z"), "{\"id\":1}");
    Message other =
        new Message(
            SHOP,
            order.receivedAt().plusSeconds(1),
            Message.Via.PULL,
            "pull/orders",
            Bytes.utf8("{}"));
    inbox().put(order);
    inbox().put(other);
    inbox().put(message("shop", Instant.parse("2025-03-02T00:00:00Z"), "{}"));
    assertThat(inbox().receipts(SHOP, FIRST_OF_MARCH))
        .containsExactlyInAnyOrder(Receipt.of(order), Receipt.of(other));
    assertThat(inbox().receipts(SHOP, FIRST_OF_MARCH.minusDays(1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 299_000, 300 * 1024 - 1, 300 * 1024, 300 * 1024 + 1, 420_000, 6 * 1024 * 1024})
  default void aBodyOfAnySizeUpToSixMegabytesIsKeptWhole(int size) {
    Message incompressible = message("shop", clock().instant(), noise(size));
    assertThat(inbox().put(incompressible)).isEqualTo(InboxStore.Put.KEPT);
    assertThat(inbox().get(incompressible.id())).contains(incompressible);
    assertThat(inbox().day(SHOP, incompressible.id().day())).containsExactly(incompressible);
    assertThat(inbox().put(incompressible)).isEqualTo(InboxStore.Put.DUPLICATE);
  }

  @Test
  default void aLargeBodyThatCompressesWellIsKeptWhole() {
    Message message = message("shop", clock().instant(), "{\"title\":\"cup\"}".repeat(400_000));
    inbox().put(message);
    assertThat(inbox().get(message.id())).contains(message);
  }

  @Test
  default void aDayOfLargeBodiesIsReadWhole() {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      messages.add(message("shop", clock().instant(), noise(250_000 + i)));
      inbox().put(messages.getLast());
    }
    assertThat(inbox().day(SHOP, messages.getFirst().id().day()))
        .containsExactlyInAnyOrderElementsOf(messages);
    assertThat(inbox().count(SHOP, messages.getFirst().id().day())).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 420_000})
  default void whatWasErasedIsGoneAndThatItCameIsNot(int size) {
    Message erased = message("shop", Instant.parse("2025-03-01T12:00:00Z"), noise(size));
    Message stays = message("shop", erased.receivedAt(), "{\"id\":2}");
    inbox().put(erased);
    inbox().put(stays);

    inbox().erase(List.of(erased.id()));
    inbox().erase(List.of(erased.id()));

    assertThat(inbox().get(erased.id())).isEmpty();
    assertThat(inbox().day(SHOP, FIRST_OF_MARCH)).containsExactly(stays);
    assertThat(inbox().receipts(SHOP, FIRST_OF_MARCH))
        .containsExactlyInAnyOrder(Receipt.of(erased), Receipt.of(stays));
    assertThat(inbox().count(SHOP, FIRST_OF_MARCH)).isEqualTo(2);
    assertThat(inbox().put(erased)).isEqualTo(InboxStore.Put.DUPLICATE);
    assertThat(inbox().get(erased.id())).as("told again").isEmpty();

    inbox().erase(List.of(stays.id()));
    assertThat(inbox().days(SHOP)).containsExactly(FIRST_OF_MARCH);
    assertThat(inbox().connections()).containsExactly(SHOP);
  }

  @Test
  default void erasingWhatNeverCameChangesNothing() {
    inbox().erase(List.of());
    inbox().erase(List.of(message("shop", clock().instant(), "{}").id()));
    assertThat(inbox().count(SHOP, clock().instant().atZone(ZoneOffset.UTC).toLocalDate()))
        .isZero();
    assertThat(inbox().put(message("shop", clock().instant(), "{}")))
        .isEqualTo(InboxStore.Put.KEPT);
  }

  @Test
  default void ofEightThreadsWithTheSameMessageOneKeepsIt() throws Exception {
    Message message = message("shop", clock().instant(), "{\"id\":7}");
    List<Callable<InboxStore.Put>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      tasks.add(() -> inbox().put(message));
    }
    assertThat(StoresUnderTest.together(tasks))
        .containsOnlyOnce(InboxStore.Put.KEPT)
        .filteredOn(InboxStore.Put.DUPLICATE::equals)
        .hasSize(THREADS - 1);
  }

  @Test
  default void eightThreadsWithMessagesOfTheirOwnLoseNone() throws Exception {
    List<Callable<InboxStore.Put>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int mine = thread;
      tasks.add(() -> {
        for (int i = 0; i < 10; i++) {
          Duration apart = Duration.ofDays(i % 3);
          inbox()
              .put(
                  message(
                      "shop", clock().instant().plus(apart), "{\"id\":" + (mine * 100 + i) + "}"));
        }
        return InboxStore.Put.KEPT;
      });
    }
    StoresUnderTest.together(tasks);
    assertThat(inbox().days(SHOP).stream().mapToInt(day -> inbox().count(SHOP, day)).sum())
        .isEqualTo(THREADS * 10);
  }
}
