package io.daybook.bench.load;

import io.daybook.ledger.Bytes;
import io.daybook.ledger.Message;
import io.daybook.local.hub.Hub;
import io.daybook.simulation.deliveries.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was sent to a hub, and the verdict on what the hub made of it.
 *
 * @param shops whose books are judged
 * @param sent everything
 */
public record LoadRun(List<Shop> shops, List<Sent> sent) {
  /**
   * The verdict on all books.
   *
   * @param entries in all ledgers
   * @param expectedEntries of the quiet runs
   * @param subjects that learnt something
   * @param broken what is wrong, in words
   */
  public record Judged(int entries, int expectedEntries, int subjects, List<String> broken) {
    /** Copies the list. */
    public Judged {
      broken = List.copyOf(broken);
    }
  }

  /** Copies the lists. */
  public LoadRun {
    shops = List.copyOf(shops);
    sent = List.copyOf(sent);
  }

  /** How many there are of a sort. */
  public long count(Predicate<Sent> sort) {
    return sent.stream().filter(sort).count();
  }

  /** Judges every book of a hub that nobody serves at the moment. */
  public Judged judge(Hub hub) {
    int entries = 0;
    int expected = 0;
    int subjects = 0;
    List<String> broken = new ArrayList<>();
    Clock clock = hub.deployment().clock();
    for (Shop shop : shops) {
      var _ = hub.reconcile(shop.book());
      Verdict.Judged judged =
          new Verdict(hub.deployment(), shop.book())
              .judge(
                  messages(shop, clock.instant(), LoadRun::promised),
                  messages(shop, clock.instant(), one -> !forged(one)));
      entries += judged.entries();
      expected += judged.expectedEntries();
      subjects += judged.subjects();
      broken.addAll(judged.broken());
    }
    for (Sent one : sent) {
      if (forged(one) && one.status() != 401 && one.status() != Sent.NO_ANSWER) {
        broken.add("a forged webhook was answered " + one.status());
      }
    }
    return new Judged(entries, expected, subjects, broken);
  }

  private static boolean forged(Sent one) {
    return one.planned().kind() == Planned.Kind.FORGED;
  }

  private static boolean promised(Sent one) {
    return one.accepted() && !forged(one);
  }

  private List<Message> messages(Shop shop, Instant now, Predicate<Sent> sort) {
    return sent.stream()
        .filter(one -> one.planned().shop().number() == shop.number())
        .filter(sort)
        .map(one -> message(shop, one.planned().delivery(), now))
        .toList();
  }

  private static Message message(Shop shop, Delivery delivery, Instant now) {
    return new Message(
        shop.connection(delivery.source()),
        now,
        Message.Via.WEBHOOK,
        delivery.topic(),
        Bytes.of(delivery.bytes()));
  }
}
