package io.daybook.cloud.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import io.daybook.cloud.deployment.FormatRules.Verdict;
import io.daybook.ledger.StoredFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FormatRulesTest {
  private static final Formats ONE = formats("step", Set.of(1), Set.of(1));
  private static final Formats READS_TWO = formats("step", Set.of(1), Set.of(1, 2));
  private static final Formats WRITES_TWO = formats("step", Set.of(2), Set.of(1, 2));

  @Test
  void whatTheCodeDeclaresMayFollowItself() {
    Formats declared = Formats.declared();
    assertThat(FormatRules.upgrade(declared, declared, declared.written()))
        .isEqualTo(new Verdict.Allowed());
    assertThat(Formats.fromJson(Records.MAPPER.convertValue(declared.toJson(), type())))
        .isEqualTo(declared);
  }

  private static JavaType type() {
    return Records.MAPPER
        .getTypeFactory()
        .constructMapType(Map.class, String.class, Formats.Form.class);
  }

  @Test
  void aNewReaderComesBeforeANewWriter() {
    assertThat(FormatRules.upgrade(ONE, WRITES_TWO, ONE.written()))
        .isInstanceOf(Verdict.Refused.class);
    assertThat(FormatRules.upgrade(ONE, READS_TWO, ONE.written())).isEqualTo(new Verdict.Allowed());
    assertThat(FormatRules.upgrade(READS_TWO, WRITES_TWO, ONE.written()))
        .isEqualTo(new Verdict.Allowed());
  }

  @Test
  void aKindThatTheOldReleaseNeverLooksAtNeedsOneStep() {
    Formats withArchive =
        Formats.of(
            List.of(
                new StoredFormat("step", Set.of(1), Set.of(1)),
                new StoredFormat("archive", Set.of(1), Set.of(1))));
    assertThat(FormatRules.upgrade(ONE, withArchive, ONE.written()))
        .isEqualTo(new Verdict.Allowed());
    assertThat(FormatRules.rollback(release(1, ONE), withArchive.written()))
        .isEqualTo(new Verdict.Allowed());
  }

  @Test
  void whateverUpgradesAndRollbacksAreAllowedNobodyMeetsWhatItCannotRead() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      List<Release> ran = new ArrayList<>();
      Formats present = ONE;
      Written written = ONE.written();
      ran.add(release(1, present));
      for (int step = 0; step < 30; step++) {
        Formats next;
        Verdict verdict;
        if (random.nextInt(3) == 0) {
          Release target = ran.get(random.nextInt(ran.size()));
          next = target.formats();
          verdict = FormatRules.rollback(target, written);
        } else {
          next = random(random);
          verdict = FormatRules.upgrade(present, next, written);
        }
        if (verdict instanceof Verdict.Refused) {
          continue;
        }
        // Both run while traffic shifts; the new one may be taken back at once.
        written = written.and(next);
        if (random.nextInt(4) > 0) {
          present = next;
          ran.add(release(step + 2, next));
        }
        Set<Integer> reads = present.named("step").orElseThrow().reads();
        assertThat(reads)
            .as("seed %d, step %d", seed, step)
            .containsAll(written.byName().getOrDefault("step", new TreeSet<>()));
      }
    }
  }

  private static Formats random(Random random) {
    Set<Integer> reads = new TreeSet<>();
    for (int number = 1; number <= 4; number++) {
      if (random.nextInt(4) > 0) {
        reads.add(number);
      }
    }
    int writes = 1 + random.nextInt(4);
    reads.add(writes);
    return formats("step", Set.of(writes), reads);
  }

  private static Formats formats(String name, Set<Integer> writes, Set<Integer> reads) {
    return Formats.of(List.of(new StoredFormat(name, writes, reads)));
  }

  private static Release release(int number, Formats formats) {
    return new Release(
        number,
        "0.1",
        "3c9f2e1",
        Instant.EPOCH,
        "ann",
        "templates/test/1.json",
        List.of(),
        formats,
        OptionalInt.empty());
  }
}
