package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StoredFormatTest {
  @Test
  void theStepCodecWritesWhatItDeclares() {
    byte[] stored =
        StepCodec.encode(
            StoreSamples.step(
                StoreSamples.order("450789469"), 1, Instant.parse("2025-03-01T12:00:00Z"), 4200));
    assertThat(StepCodec.FORMAT.writes())
        .as("StepCodec.FORMAT declares what encode writes; deploy decides by it")
        .containsExactly((int) stored[0]);
  }

  @Test
  void theStepCodecReadsWhatItDeclaresAndNothingElse() {
    byte[] stored =
        StepCodec.encode(
            StoreSamples.step(
                StoreSamples.order("450789469"), 1, Instant.parse("2025-03-01T12:00:00Z"), 4200));
    Set<Integer> known = new TreeSet<>();
    for (int format = 0; format < 128; format++) {
      stored[0] = (byte) format;
      if (isKnown(stored)) {
        known.add(format);
      }
    }
    assertThat(known).isEqualTo(new TreeSet<>(StepCodec.FORMAT.reads()));
  }

  /** A format that is known may still not be what the bytes are in; one that is not is refused by its number. */
  private static boolean isKnown(byte[] stored) {
    try {
      StepCodec.decode(stored);
      return true;
    } catch (IllegalArgumentException refused) {
      return !String.valueOf(refused.getMessage()).contains("begins with format");
    }
  }

  @Test
  void aReleaseReadsWhatItWrites() {
    assertThatThrownBy(() -> new StoredFormat("step", Set.of(2), Set.of(1)))
        .hasMessageContaining("format step writes [2] and reads [1]");
    assertThatThrownBy(() -> new StoredFormat("step", Set.of(), Set.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StoredFormat(" ", Set.of(1), Set.of(1)))
        .hasMessageContaining("no name");
  }
}
