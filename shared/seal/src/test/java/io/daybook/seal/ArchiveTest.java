package io.daybook.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArchiveTest {
  @Test
  void anArchiveReadsBackByteForByte() throws IOException {
    List<SealedStep> steps =
        List.of(
            SealedStep.of("order/café/1", 1, new byte[] {1, 2, 3}),
            SealedStep.of("x", 1_000, new byte[0]),
            SealedStep.of("y", 2, new byte[70_000]));
    List<SealedStep> read = new ArrayList<>();
    try (ArchiveReader reader =
        new ArchiveReader(new ByteArrayInputStream(Sealed.write(41, steps)))) {
      assertThat(reader.first()).isEqualTo(41);
      for (Optional<SealedStep> next = reader.next(); next.isPresent(); next = reader.next()) {
        read.add(next.get());
      }
      assertThat(reader.leaves()).isEqualTo(steps.stream().map(SealedStep::leaf).toList());
    }
    assertThat(read).isEqualTo(steps);
    assertThat(Sealed.write(41, steps)).isEqualTo(Sealed.write(41, read));
  }

  @Test
  void noTwoStepsShareALeafBecauseLengthsPartThem() {
    SealedStep one = SealedStep.of("ab", 1, new byte[] {'c'});
    SealedStep other = SealedStep.of("a", 1, new byte[] {'b', 'c'});
    assertThat(one.leaf()).isNotEqualTo(other.leaf());
  }

  @Test
  void aStepPastItsLimitsIsRefused() {
    assertThatThrownBy(() -> SealedStep.of("", 1, new byte[0])).hasMessageContaining("subject");
    assertThatThrownBy(() -> SealedStep.of("a".repeat(2_049), 1, new byte[0]))
        .hasMessageContaining("2049");
    assertThatThrownBy(() -> SealedStep.of("a", 0, new byte[0])).hasMessageContaining("step 0");
    assertThatThrownBy(() -> SealedStep.of("a", 1, new byte[(1 << 20) + 1]))
        .hasMessageContaining("1048577");
  }

  @Test
  void aFileOfAnotherKindOrFormatIsRefused() {
    byte[] file = Sealed.write(0, List.of());
    assertThat((int) file[15]).isEqualTo(ArchiveFormat.FORMAT);
    file[15] = 2;
    assertThatThrownBy(() -> new ArchiveReader(new ByteArrayInputStream(file)).close())
        .isInstanceOf(DamagedArchive.class)
        .hasMessageContaining("format is 2");
    assertThatThrownBy(() -> new ArchiveReader(new ByteArrayInputStream(new byte[100])).close())
        .hasMessageContaining("no archive");
  }

  @Test
  void aStepNeverShowsItsBytes() {
    assertThat(SealedStep.of("a", 1, new byte[] {'s', 'e', 'c'})).hasToString("a#1 (3 bytes)");
  }
}
