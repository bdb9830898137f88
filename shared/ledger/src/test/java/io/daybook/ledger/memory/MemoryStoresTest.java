package io.daybook.ledger.memory;

import io.daybook.ledger.Stores;
import io.daybook.ledger.StoresContract;

class MemoryStoresTest extends StoresContract {
  @Override
  protected Stores open() {
    return new MemoryStores(clock());
  }
}
