package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class MessageTest {
  private static final Instant LATE = Instant.parse("2026-10-01T23:59:59Z");

  private static Message message(Instant at, String topic, String body) {
    return new Message(
        new ConnectionName("blue-cup"), at, Message.Via.WEBHOOK, topic, Bytes.utf8(body));
  }

  @Test
  @Tag("failure-1")
  void aMessageIsWhatItSaysOnItsDay() {
    MessageId id = message(LATE, "orders/paid", "{}").id();

    assertThat(message(LATE.minusSeconds(9), "orders/paid", "{}").id()).isEqualTo(id);
    assertThat(message(LATE.plusSeconds(1), "orders/paid", "{}").id()).isNotEqualTo(id);
    assertThat(message(LATE, "orders/paid", "[]").id()).isNotEqualTo(id);
    assertThat(message(LATE, "orders/create", "{}").id()).isNotEqualTo(id);
    assertThat(id.day()).isEqualTo(LocalDate.parse("2026-10-01"));
  }

  @Test
  void topicAndBodyAreApartInTheDigest() {
    assertThat(message(LATE, "ab", "c").id()).isNotEqualTo(message(LATE, "a", "bc").id());
  }

  @Test
  void anIdIsReadAsItIsWritten() {
    MessageId id = message(LATE, "orders/paid", "{}").id();

    assertThat(MessageId.parse(id.toString())).isEqualTo(id);
    assertThat(id.toString()).startsWith("blue-cup/2026-10-01/");
    assertThatIllegalArgumentException().isThrownBy(() -> MessageId.parse("blue-cup/2026-10-01"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessageId.parse("blue-cup/yesterday/" + id.digest()))
        .withMessageContaining("expected a day");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessageId.parse("blue-cup/2026-10-01/12ab"))
        .withMessageContaining("64 hexadecimal digits");
  }

  @Test
  void aMessageSaysHowLongItIsAndNeverWhatItHolds() {
    assertThat(message(LATE, "orders/paid", "secret").toString())
        .contains("orders/paid")
        .contains("6 bytes")
        .doesNotContain("secret");
  }

  @Test
  void bytesAreEqualByWhatTheyAre() {
    byte[] mine = {1, 2};
    Bytes bytes = Bytes.of(mine);
    mine[0] = 9;
    bytes.toArray()[0] = 9;

    assertThat(bytes)
        .isEqualTo(Bytes.of(new byte[] {1, 2}))
        .hasSameHashCodeAs(Bytes.of(new byte[] {1, 2}))
        .isNotEqualTo(Bytes.of(new byte[] {1, 3}))
        .isNotEqualTo("2 bytes");
    assertThat(bytes.hashCode()).isNotZero();
    assertThat(bytes.size()).isEqualTo(2);
  }

  @Test
  void aFailureOfAStoreKeepsItsCause() {
    IOException broken = new IOException("gone");

    assertThat(new StoreFailure("reading", broken)).hasCause(broken);
    assertThat(new StoreFailure("reading", new IllegalStateException("odd")))
        .hasCauseInstanceOf(IOException.class)
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }
}
