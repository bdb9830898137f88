package io.daybook.bench.load;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Sends as fast as a hub answers: so many senders, each of which waits for its answer before it sends the next. */
public final class Turns {
  private final String address;
  private final Clock clock;
  private final int senders;

  /** Senders to a hub. */
  public Turns(String address, Clock clock, int senders) {
    this.address = address;
    this.clock = clock;
    this.senders = senders;
  }

  /** Sends all; returns how many were accepted. */
  public int send(List<Planned> webhooks) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger accepted = new AtomicInteger();
    try (OpenLoop loop = new OpenLoop(address, clock);
        ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      Callable<Boolean> sender =
          () -> {
            for (int at = next.getAndIncrement();
                at < webhooks.size();
                at = next.getAndIncrement()) {
              if (loop.sendNow(webhooks.get(at)).accepted()) {
                accepted.incrementAndGet();
              }
            }
            return true;
          };
      for (Future<Boolean> done :
          threads.invokeAll(IntStream.range(0, senders).mapToObj(_ -> sender).toList())) {
        Boolean _ = done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sender failed", e);
    }
    return accepted.get();
  }
}
