package io.daybook.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.ChangeFeed.Batch;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.Message;
import io.daybook.ledger.StoreSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw first (DESIGN promise 1): what was acknowledged is there after a kill at any moment. */
class SqliteCrashTest {
  private static final int KILLS = 4;

  @TempDir Path folder;

  @Test
  @Tag("promise-1")
  void whatWasAcknowledgedIsThereAfterEveryKillEvenWithTwoProcessesWriting() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Set<String> acknowledged = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process one = start("one-" + kill);
      Process two = start("two-" + kill);
      acknowledged.addAll(killAfter(random.nextInt(1, 120), one, random));
      acknowledged.addAll(killAfter(random.nextInt(1, 40), two, random));
    }
    Set<String> stored = stored();
    assertThat(acknowledged).as("seed %d", seed).hasSizeGreaterThan(KILLS * 2);
    assertThat(stored).as("seed %d", seed).containsAll(acknowledged);
    // A kill between commit and print leaves at most one write of each process that nobody heard
    // of.
    assertThat(stored.size() - acknowledged.size())
        .as("seed %d", seed)
        .isLessThanOrEqualTo(KILLS * 2);
  }

  private Process start(String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingWriter.class.getName(),
            folder.toString(),
            name)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Kills with SIGKILL once so many lines have come; returns every line that came. */
  private static List<String> killAfter(int lines, Process process, Random random)
      throws Exception {
    List<String> came = new ArrayList<>();
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        came.add(line);
        if (came.size() == lines) {
          Thread.sleep(random.nextInt(4));
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor()).as("killed, not ended by itself").isEqualTo(137);
    return came;
  }

  /** What the store has, read three ways: by key, by day, and by the feed. */
  private Set<String> stored() {
    Set<String> told = new HashSet<>();
    try (SqliteStores stores = SqliteStores.open(folder, Clock.systemUTC())) {
      String place = stores.feed().start();
      for (Batch batch = stores.feed().read(place, 100);
          !batch.changes().isEmpty();
          batch = stores.feed().read(batch.next(), 100)) {
        for (Change change : batch.changes()) {
          told.add(
              switch (change) {
                case Change.Appended appended -> {
                  String id = appended.step().subject().id();
                  assertThat(stores.ledger(CrashingWriter.BOOK).read(StoreSamples.order(id)))
                      .containsExactly(appended.step());
                  yield "step " + id;
                }
                case Change.Received received -> {
                  Message message = received.message();
                  assertThat(stores.inbox(CrashingWriter.BOOK).get(message.id())).contains(message);
                  yield "message " + message.id();
                }
              });
        }
      }
    }
    return told;
  }
}
