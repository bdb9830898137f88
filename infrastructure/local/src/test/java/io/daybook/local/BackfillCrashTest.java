package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.KilledBackfill.Outcome;
import io.daybook.local.KilledSources.Opened;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Killed before any of its writes, beside live traffic, a backfill goes on: nothing is doubled and nothing is missing. */
final class BackfillCrashTest {
  private static final long NEVER = Long.MAX_VALUE;
  private static final int FEWEST_WRITES = 10;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  @Tag("failure-1")
  @Tag("failure-4")
  void aBackfillKilledBetweenAnyTwoWritesComesToTheSameBooks(KilledSources source)
      throws Exception {
    try (Opened opened = source.open()) {
      Outcome whole = KilledBackfill.run(folder, opened.scene(), NEVER);
      assertThat(whole.crashes()).isZero();
      assertThat(whole.balances()).isNotEmpty();
      assertThat(whole.setbacks()).isEmpty();

      long write = 1;
      Outcome killed = KilledBackfill.run(folder, opened.scene(), write);
      while (killed.crashes() > 0) {
        assertThat(killed.balances())
            .as("killed before write %d", write)
            .isEqualTo(whole.balances());
        assertThat(killed.setbacks()).as("killed before write %d", write).isEmpty();
        write++;
        killed = KilledBackfill.run(folder, opened.scene(), write);
      }
      assertThat(write).isGreaterThan(FEWEST_WRITES);
    }
  }
}
