package io.daybook.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.bench.Setting;
import io.daybook.ledger.Append;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.Step;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import io.daybook.simulation.deliveries.Delivery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small load on a hub in this process, and a verdict that finds what was done to the books on purpose. */
final class LoadRunTest {
  private static final Setting.Load LOAD = new Setting.Load(60, 1);
  private static final Clock CLOCK = Clock.systemUTC();

  private static final LoadPlan PLAN = LoadPlan.of(LOAD, words -> {});

  @TempDir Path folder;
  private Optional<Hub> open = Optional.empty();
  private List<Sent> sent = List.of();

  @BeforeEach
  void load() {
    Hub hub = Hub.open(HubFolder.open(folder.resolve("hub")), Optional.empty());
    open = Optional.of(hub);
    PLAN.shops().forEach(shop -> shop.connect(hub.deployment()));
    try (HubServer server = HubServer.start(hub, 0, HubServer.Rhythm.BY_HAND);
        OpenLoop sender = new OpenLoop(server.address(), CLOCK);
        LagWatch watch = LagWatch.begin(new LagProbe(hub))) {
      sent = sender.send(PLAN.webhooks());
      assertThat(watch.untilNone(Duration.ofMinutes(1))).isPresent();
      assertThat(watch.readings()).isNotEmpty();
    }
  }

  @AfterEach
  void close() {
    open.ifPresent(Hub::close);
  }

  private Hub hub() {
    return open.orElseThrow();
  }

  private LoadRun.Judged judge(List<Sent> heard) {
    return new LoadRun(PLAN.shops(), heard).judge(hub());
  }

  @Test
  void whatIsAcceptedIsPostedOnceAndWhatIsForgedIsRefused() {
    LoadRun.Judged judged = judge(sent);

    assertThat(judged.broken()).isEmpty();
    assertThat(judged.entries()).isPositive().isEqualTo(judged.expectedEntries());
    assertThat(judged.subjects()).isPositive();
    assertThat(sent).hasSize(LOAD.webhooks());
    for (Sent one : sent) {
      assertThat(one.status()).isEqualTo(one.planned().kind() == Planned.Kind.FORGED ? 401 : 200);
      assertThat(one.latencyNanos()).isGreaterThanOrEqualTo(one.lateNanos());
    }
  }

  @Test
  void aMessageThatWasAcceptedAndDroppedIsMissed() {
    Planned lost = unsent();
    List<Sent> heard = new ArrayList<>(sent);
    heard.add(new Sent(lost, 200, 0, 1));

    assertThat(judge(heard).broken())
        .singleElement()
        .asString()
        .contains("accepted and not in the inbox");
  }

  @Test
  void aMessageThatWasKeptAndNeverPostedIsMissed() {
    Planned unposted = unsent();
    keep(unposted);
    List<Sent> heard = new ArrayList<>(sent);
    heard.add(new Sent(unposted, 200, 0, 1));

    assertThat(judge(heard).broken())
        .anySatisfy(words -> assertThat(words).contains("kept and not posted"));
  }

  @Test
  void aMessageThatNobodySentIsFound() {
    keep(unsent());

    assertThat(judge(sent).broken())
        .anySatisfy(words -> assertThat(words).contains("nobody sent it"));
  }

  @Test
  void anEntryThatWasPostedTwiceIsFound() {
    LedgerStore ledger = hub().deployment().stores().ledger(PLAN.shops().getFirst().book());
    Step posted =
        ledger.days().stream()
            .flatMap(day -> ledger.day(day, Optional.empty()).stream())
            .filter(step -> !step.facts().isEmpty())
            .findFirst()
            .orElseThrow();
    Step again =
        new Step(
            posted.subject(),
            ledger.read(posted.subject()).size() + 1,
            CLOCK.instant(),
            posted.rules(),
            posted.facts(),
            posted.entry());
    assertThat(ledger.append(again)).isInstanceOf(Append.Appended.class);

    assertThat(judge(sent).broken())
        .anySatisfy(words -> assertThat(words).contains("learnt twice"))
        .anySatisfy(words -> assertThat(words).contains("expected"));
  }

  @Test
  void aForgedWebhookThatIsAcceptedIsFound() {
    Planned forged =
        PLAN.webhooks().stream()
            .filter(planned -> planned.kind() == Planned.Kind.FIRST)
            .map(planned ->
                new Planned(
                    planned.after(), planned.shop(), planned.delivery(), Planned.Kind.FORGED))
            .findFirst()
            .orElseThrow();
    List<Sent> heard = new ArrayList<>(sent);
    heard.add(new Sent(forged, 200, 0, 1));

    assertThat(judge(heard).broken()).containsExactly("a forged webhook was answered 200");
  }

  /** The month's last order, to which the plan does not come. */
  private Planned unsent() {
    Shop shop = PLAN.shops().getFirst();
    List<Delivery> planned = PLAN.webhooks().stream().map(Planned::delivery).toList();
    Delivery next =
        shop.deliveries().sent().stream()
            .filter(delivery -> delivery.topic().equals("orders/create"))
            .reduce((_, later) -> later)
            .orElseThrow();
    assertThat(planned).doesNotContain(next);
    return new Planned(Duration.ZERO, shop, next, Planned.Kind.FIRST);
  }

  private void keep(Planned planned) {
    Shop shop = planned.shop();
    Instant now = CLOCK.instant();
    InboxStore inbox = hub().deployment().stores().inbox(shop.book());
    assertThat(
            inbox.put(
                new Message(
                    shop.connection(planned.delivery().source()),
                    now,
                    Message.Via.WEBHOOK,
                    planned.delivery().topic(),
                    Bytes.of(planned.delivery().bytes()))))
        .isEqualTo(InboxStore.Put.KEPT);
  }
}
