package io.daybook.storage.dynamodb;

import io.daybook.ledger.DurableStoresContract;
import io.daybook.ledger.Stores;
import io.daybook.storage.FolderBodies;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbStoresTest extends DurableStoresContract {
  private static final AtomicInteger TESTS = new AtomicInteger();

  private final String prefix = "contract-" + TESTS.incrementAndGet() + "-";

  @TempDir Path folder;

  @Override
  protected Stores open() {
    return LocalDynamoDb.open(
        DynamoDbLocal.shared().endpoint(), Tables.of(prefix, 1), new FolderBodies(folder), clock());
  }
}
