package io.daybook.storage.sqlite;

import io.daybook.ledger.DurableStoresContract;
import io.daybook.ledger.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresTest extends DurableStoresContract {
  @TempDir Path folder;

  @Override
  protected Stores open() {
    return SqliteStores.open(folder, clock());
  }
}
