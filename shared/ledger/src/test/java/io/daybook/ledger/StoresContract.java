package io.daybook.ledger;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract that binds every form of storage. A form's test extends this and opens empty stores. */
public abstract class StoresContract
    implements LedgerStoreContract,
        InboxStoreContract,
        StateStoreContract,
        IslandContract,
        ChangeFeedContract {
  private final SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
  private Stores stores = new NotOpened();

  /** Opens the stores of this test: empty the first time, with what is in them when opened again. */
  protected abstract Stores open() throws Exception;

  @BeforeEach
  final void openEmpty() throws Exception {
    stores = open();
  }

  @AfterEach
  final void closeStores() {
    stores.close();
  }

  /** Closes the stores and opens them again, as another process would. */
  protected final void reopen() throws Exception {
    stores.close();
    stores = open();
  }

  @Override
  public final Stores stores() {
    return stores;
  }

  @Override
  public final SettableClock clock() {
    return clock;
  }
}
