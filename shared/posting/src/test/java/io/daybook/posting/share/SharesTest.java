package io.daybook.posting.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  @Tag("accounting-30")
  void halfGoesUpOnTheAbsoluteValue() {
    assertThat(HalfUp.share(825, 1, 2)).isEqualTo(413);
    assertThat(HalfUp.share(-825, 1, 2)).isEqualTo(-413);
    assertThat(HalfUp.share(824, 1, 3)).isEqualTo(275);
    assertThat(HalfUp.share(Long.MAX_VALUE, 7, 7)).isEqualTo(Long.MAX_VALUE);
    assertThat(HalfUp.between(100, 1, 2, 3)).isEqualTo(34);
  }

  @Test
  void leftOverUnitsGoToTheLargestRemaindersAndTiesToTheFirst() {
    assertThat(LargestRemainder.split(10, List.of(1L, 1L, 1L))).containsExactly(4L, 3L, 3L);
    assertThat(LargestRemainder.split(5, List.of(3L, 7L))).containsExactly(2L, 3L);
    assertThat(LargestRemainder.split(7, List.of(10L, 0L, 25L, 15L)))
        .containsExactly(1L, 0L, 4L, 2L);
    assertThat(LargestRemainder.split(0, List.of(0L, 0L))).containsExactly(0L, 0L);
    assertThat(LargestRemainder.split(0, List.of())).isEmpty();
    assertThat(LargestRemainder.split(5, new TreeMap<>(Map.of("b", 5L, "a", 5L))))
        .isEqualTo(Map.of("a", 3L, "b", 2L));
    assertThatThrownBy(() -> LargestRemainder.split(1, List.of(0L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LargestRemainder.split(-1, List.of(1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("accounting-6")
  void aDrawTakesTheShareOfEachPartAndTheResidueTheRest() {
    CumulativeShares<String> shares =
        new CumulativeShares<>(Map.of("net", 9800L, "tax", 784L), "net");

    assertThat(shares.draw(3175)).isEqualTo(Map.of("net", 2940L, "tax", 235L));
    assertThat(shares.left()).isEqualTo(Map.of("net", 6860L, "tax", 549L));
    assertThat(shares.draw(0)).isEqualTo(Map.of("net", 0L, "tax", 0L));
    assertThat(shares.draw(7409)).isEqualTo(Map.of("net", 6860L, "tax", 549L));
    assertThat(shares.left()).isEmpty();
    assertThatThrownBy(() -> shares.draw(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shares.draw(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manySmallPartsNeverPushTheResidueOutOfItsBounds() {
    CumulativeShares<String> below =
        new CumulativeShares<>(Map.of("a", 5L, "b", 5L, "net", 0L), "net");
    assertThat(below.draw(1)).isEqualTo(Map.of("a", 0L, "b", 1L, "net", 0L));

    CumulativeShares<String> above =
        new CumulativeShares<>(Map.of("a", 3L, "b", 3L, "c", 3L, "net", 1L), "net");
    assertThat(above.draw(8)).isEqualTo(Map.of("a", 3L, "b", 2L, "c", 2L, "net", 1L));
  }

  @Test
  void aWholeMustHaveItsResidueAndNoNegativePart() {
    assertThatThrownBy(() -> new CumulativeShares<>(Map.of("a", 1L), "net"))
        .hasMessageContaining("net");
    assertThatThrownBy(() -> new CumulativeShares<>(Map.of("a", -1L), "a"))
        .hasMessageContaining("-1");
  }

  @Test
  @Tag("failure-29")
  void anySequenceOfDrawsTakesEachPartExactlyAndNeverBackwards() {
    for (long seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      SortedMap<Integer, Long> whole = new TreeMap<>();
      int parts = 1 + random.nextInt(6);
      for (int part = 0; part < parts; part++) {
        whole.put(part, (long) random.nextInt(random.nextBoolean() ? 5 : 100_000));
      }
      CumulativeShares<Integer> shares = new CumulativeShares<>(whole, random.nextInt(parts));
      long left = whole.values().stream().mapToLong(Long::longValue).sum();
      SortedMap<Integer, Long> drawn = new TreeMap<>();
      while (left > 0) {
        long amount = 1 + random.nextLong(left);
        SortedMap<Integer, Long> step = shares.draw(amount);
        assertThat(step.values()).as("seed %d", seed).allMatch(minor -> minor >= 0);
        assertThat(step.values().stream().mapToLong(Long::longValue).sum())
            .as("seed %d", seed)
            .isEqualTo(amount);
        step.forEach((key, minor) -> drawn.merge(key, minor, Long::sum));
        drawn.forEach(
            (key, minor) -> assertThat(minor).isLessThanOrEqualTo(whole.getOrDefault(key, 0L)));
        left -= amount;
      }
      whole.values().removeIf(minor -> minor == 0);
      drawn.values().removeIf(minor -> minor == 0);
      assertThat(drawn).as("seed %d", seed).isEqualTo(whole);
    }
  }

  @Test
  void aSplitSumsToItsAmountAndIsBoundedByItsWeights() {
    for (long seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      List<Long> weights = new ArrayList<>();
      for (int part = random.nextInt(6); part >= 0; part--) {
        weights.add((long) random.nextInt(50));
      }
      long total = weights.stream().mapToLong(Long::longValue).sum();
      long amount = total == 0 ? 0 : random.nextLong(total + 1);
      List<Long> parts = LargestRemainder.split(amount, weights);
      assertThat(parts.stream().mapToLong(Long::longValue).sum())
          .as("seed %d", seed)
          .isEqualTo(amount);
      for (int part = 0; part < parts.size(); part++) {
        assertThat(parts.get(part)).as("seed %d", seed).isBetween(0L, weights.get(part));
      }
    }
  }
}
