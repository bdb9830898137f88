package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.export.BookExport;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.local.demo.Comparison;
import io.daybook.local.demo.Courier;
import io.daybook.local.demo.SampleShop;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.simulation.deliveries.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub's process is killed at random moments of the month, and started again on the same data. */
final class KilledHubTest {
  private static final int KILLS = 12;
  private static final long SEED = 77;

  @TempDir Path folder;

  @Test
  @Tag("failure-40")
  void aHubKilledAtAnyMomentLosesNoMessageAndEndsWithTheRightBooks() throws Exception {
    Random random = new Random(SEED);
    Path data = folder.resolve("hub");
    try (SampleShop shop = SampleShop.open(SEED)) {
      try (Hub hub = Hub.open(HubFolder.open(data), Optional.empty())) {
        shop.connect(hub);
      }
      List<Delivery> sent = shop.deliveries().sent();
      List<Delivery> acknowledged = new ArrayList<>();
      int kills = 0;
      while (kills < KILLS || acknowledged.size() < sent.size()) {
        try (HubProcess hub = HubProcess.start(data, folder.resolve("hub.err"))) {
          // Slow enough that the last kills still meet a hub at work.
          int share = Math.max(1, (sent.size() - acknowledged.size()) / Math.max(1, KILLS - kills));
          // After the last kill that is asked for, what is left is delivered in one go.
          Optional<Instant> until =
              kills < KILLS
                  ? Optional.of(Instant.now().plusMillis(200 + random.nextInt(2_000)))
                  : Optional.empty();
          deliver(shop, hub, sent, acknowledged, share, until);
          hub.kill();
          kills++;
        }
      }
      assertThat(kills).as("kills, seed %d", SEED).isGreaterThanOrEqualTo(KILLS);
      finish(shop, data, acknowledged);
    }
  }

  /** Delivers some in a thread of its own until the moment of the kill; what is not acknowledged comes again. */
  private static void deliver(
      SampleShop shop,
      HubProcess hub,
      List<Delivery> sent,
      List<Delivery> acknowledged,
      int share,
      Optional<Instant> until)
      throws InterruptedException {
    Thread sender =
        Thread.ofVirtual()
            .start(() -> {
              try (Courier courier = shop.courier(hub.address(), Clock.systemUTC())) {
                for (int count = 0; count < share && acknowledged.size() < sent.size(); count++) {
                  if (courier.deliver(sent.get(acknowledged.size())) == 200) {
                    acknowledged.add(sent.get(acknowledged.size()));
                  }
                }
              } catch (UncheckedIOException killed) {
                // As a platform sees it: no answer, so it is sent again.
                return;
              }
            });
    if (until.isPresent()) {
      Thread.sleep(Math.max(1, Duration.between(Instant.now(), until.get()).toMillis()));
      hub.kill();
    }
    sender.join();
  }

  private static void finish(SampleShop shop, Path data, List<Delivery> acknowledged)
      throws IOException {
    try (Hub hub = Hub.open(HubFolder.open(data), Optional.empty())) {
      hub.catchUp();
      assertNoneLost(hub, acknowledged);
      hub.pull(SampleShop.BOOK, Optional.empty(), Optional.empty(), seen -> {});
      shop.importBank(hub);
      hub.reconcile(SampleShop.BOOK);
      LocalDate asOf = shop.month().lastDay();
      BookExport export = new BookExport(hub.deployment(), SampleShop.BOOK);
      assertThat(
              Comparison.differences(
                  shop.answers(),
                  export.trialBalance(asOf, Optional.empty()),
                  export.payouts(),
                  export.exceptions()))
          .as("seed %d", SEED)
          .isEmpty();
    }
  }

  private static void assertNoneLost(Hub hub, List<Delivery> acknowledged) {
    InboxStore inbox = hub.deployment().stores().inbox(SampleShop.BOOK);
    Instant now = Instant.now();
    for (Delivery delivery : acknowledged) {
      boolean kept =
          List.of(now, now.minus(Duration.ofDays(1))).stream()
              .anyMatch(day -> inbox.get(message(delivery, day).id()).isPresent());
      assertThat(kept).as("%s %s is in the inbox", delivery.topic(), delivery.id()).isTrue();
    }
  }

  private static Message message(Delivery delivery, Instant day) {
    return new Message(
        new ConnectionName(delivery.source().path()),
        day.atZone(ZoneOffset.UTC).toInstant(),
        Message.Via.WEBHOOK,
        delivery.topic(),
        io.daybook.ledger.Bytes.of(delivery.bytes()));
  }
}
