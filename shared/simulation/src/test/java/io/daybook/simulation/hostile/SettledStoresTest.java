package io.daybook.simulation.hostile;

import io.daybook.ledger.Stores;
import io.daybook.ledger.StoresContract;
import io.daybook.ledger.memory.MemoryStores;

/** Once settled, the hostile stores are as good as those beneath. */
class SettledStoresTest extends StoresContract {
  @Override
  protected Stores open() {
    HostileStores stores = new HostileStores(new MemoryStores(clock()), 1);
    stores.settle();
    return stores;
  }
}
