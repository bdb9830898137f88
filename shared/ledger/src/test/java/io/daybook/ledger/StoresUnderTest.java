package io.daybook.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What every part of the contract is given: empty stores and the clock they look at. */
public interface StoresUnderTest {
  /** How many threads meet. */
  int THREADS = 8;

  /** Empty at the start of each test. */
  Stores stores();

  /** The clock of the stores. */
  SettableClock clock();

  /** The book that most tests use. */
  default Book book() {
    return new Book("blue-cup");
  }

  /** Its ledger. */
  default LedgerStore ledger() {
    return stores().ledger(book());
  }

  /** Its inbox. */
  default InboxStore inbox() {
    return stores().inbox(book());
  }

  /** Its state. */
  default StateStore state() {
    return stores().state(book());
  }

  /** Runs the tasks at the same moment, a thread each, and returns what they returned. */
  static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> futures = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
      for (Callable<T> task : tasks) {
        futures.add(
            threads.submit(() -> {
              start.await();
              return task.call();
            }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
