package io.daybook.simulation.hostile;

import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;

/**
 * Stores before any call of which the process may crash, by a seed; until it is told that it shall not any more. Or before
 * one certain write, once.
 */
public final class CrashingStores implements Stores {
  /** What changes something. */
  private static final Set<String> WRITES =
      Set.of("put", "putAll", "delete", "append", "count", "erase");

  private final Stores stores;
  private final Random random;
  private final int oneIn;
  private final long fatalWrite;
  private long writes;
  private int rarity = 1;
  private boolean settled;
  private long crashes;

  /**
   * Crashing stores over others, which are closed with them.
   *
   * @param oneIn how many calls are made for each crash, on average
   */
  public CrashingStores(Stores stores, long seed, int oneIn) {
    this(stores, seed, oneIn, 0);
  }

  private CrashingStores(Stores stores, long seed, int oneIn, long fatalWrite) {
    this.stores = stores;
    this.random = new Random(seed);
    this.oneIn = oneIn;
    this.fatalWrite = fatalWrite;
  }

  /**
   * Stores before whose nth write the process crashes, and then never again: with every n in turn, between any two writes.
   *
   * @param write from 1
   */
  public static CrashingStores before(Stores stores, long write) {
    return new CrashingStores(stores, 0, 0, write);
  }

  /** From now on nothing crashes. */
  public synchronized void settle() {
    settled = true;
  }

  /** From now on crashes are so many times rarer than at first: long work must come to its end some time. */
  public synchronized void rarer(int times) {
    rarity = times;
  }

  /** How often the process crashed. */
  public synchronized long crashes() {
    return crashes;
  }

  private synchronized void mayCrash(String call) {
    if (fatalWrite > 0) {
      if (WRITES.contains(call) && ++writes == fatalWrite) {
        crashes++;
        throw new Crash(call);
      }
      return;
    }
    if (!settled && random.nextInt(Math.multiplyExact(oneIn, rarity)) == 0) {
      crashes++;
      throw new Crash(call);
    }
  }

  private <T> T crashing(Class<T> as, T store) {
    return as.cast(
        Proxy.newProxyInstance(
            as.getClassLoader(),
            new Class<?>[] {as},
            (_, method, arguments) -> call(store, method, arguments)));
  }

  private Object call(Object store, Method method, Object[] arguments) throws Throwable {
    if (!method.getName().equals("book")) {
      mayCrash(method.getName());
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  @Override
  public LedgerStore ledger(Book book) {
    return crashing(LedgerStore.class, stores.ledger(book));
  }

  @Override
  public InboxStore inbox(Book book) {
    return crashing(InboxStore.class, stores.inbox(book));
  }

  @Override
  public StateStore state(Book book) {
    return crashing(StateStore.class, stores.state(book));
  }

  @Override
  public SortedSet<Book> books() {
    return stores.books();
  }

  @Override
  public ChangeFeed feed() {
    return stores.feed();
  }

  @Override
  public void close() {
    stores.close();
  }
}
