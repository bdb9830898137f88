package io.daybook.simulation.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShrinkingTest {
  private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

  @Test
  void onlyWhatItTakesToFailIsLeft() {
    List<Integer> shortest =
        Shrinking.shortest(HUNDRED, part -> part.containsAll(List.of(3, 41, 97)), 1_000);

    assertThat(shortest).containsExactly(3, 41, 97);
  }

  @Test
  void itStopsWhenTheTriesRunOutWithAListThatFails() {
    List<Integer> shortest = Shrinking.shortest(HUNDRED, part -> part.contains(3), 2);

    assertThat(shortest).contains(3).hasSizeLessThan(100);
  }
}
