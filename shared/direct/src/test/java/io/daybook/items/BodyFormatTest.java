package io.daybook.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BodyFormatTest {
  @Test
  void theBodyCodecWritesWhatItDeclares() {
    byte[] small = "x".getBytes(StandardCharsets.UTF_8);
    byte[] repetitive = "x".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    Set<Integer> written = new TreeSet<>();
    for (byte[] body : new byte[][] {small, repetitive}) {
      written.add((int) BodyCodec.MESSAGE.encode(body)[0]);
      written.add((int) BodyCodec.STEP.encode(body)[0]);
    }
    assertThat(written).isEqualTo(new TreeSet<>(BodyCodec.FORMAT.writes()));
  }

  @Test
  void theBodyCodecReadsWhatItDeclaresAndNothingElse() {
    Set<Integer> known = new TreeSet<>();
    for (int format = 0; format < 128; format++) {
      if (isKnown(new byte[] {(byte) format, 3, 0})) {
        known.add(format);
      }
    }
    assertThat(known).isEqualTo(new TreeSet<>(BodyCodec.FORMAT.reads()));
  }

  private static boolean isKnown(byte[] stored) {
    try {
      BodyCodec.decode(stored);
      return true;
    } catch (IllegalArgumentException refused) {
      return !String.valueOf(refused.getMessage()).contains("does not know");
    }
  }
}
