package io.daybook.local.hub;

import io.daybook.ledger.Stores;
import io.daybook.storage.InboxBodies;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KeyFile;
import io.daybook.storage.sqlite.SqliteStores;
import java.time.Clock;
import java.util.Optional;

/** A deployment in a folder, and what must be closed with it. */
final class LocalDeployment implements AutoCloseable {
  /** The same names everywhere, so that events look alike. */
  static final Tables TABLES = Tables.of("daybook-", 1);

  private static final String STORE = "store";

  private final Deployment deployment;
  private final AutoCloseable alsoClose;

  private LocalDeployment(Deployment deployment, AutoCloseable alsoClose) {
    this.deployment = deployment;
    this.alsoClose = alsoClose;
  }

  static LocalDeployment open(HubFolder folder, Optional<StoreKind> asked, Clock clock) {
    StoreKind kind = remember(folder, asked);
    return switch (kind) {
      case SQLITE -> {
        SqliteStores stores = SqliteStores.open(folder.path(), clock);
        yield new LocalDeployment(on(folder, stores, clock), () -> {});
      }
      case DYNAMODB_LOCAL -> {
        DynamoDbLocal local = DynamoDbLocal.open(folder, clock);
        yield new LocalDeployment(on(folder, local.stores(), clock), local);
      }
    };
  }

  private static StoreKind remember(HubFolder folder, Optional<StoreKind> asked) {
    Optional<StoreKind> made = folder.note(STORE).map(word -> StoreKind.valueOf(word.strip()));
    if (made.isPresent() && asked.isPresent() && made.get() != asked.get()) {
      throw new IllegalStateException(
          folder.path() + " keeps its data in " + made.get() + ", not in " + asked.get());
    }
    StoreKind kind = made.or(() -> asked).orElse(StoreKind.SQLITE);
    if (made.isEmpty()) {
      folder.note(STORE, kind.name());
    }
    return kind;
  }

  private static Deployment on(HubFolder folder, Stores stores, Clock clock) {
    return new Deployment(
        stores,
        KeyFile.open(folder.path()),
        new FolderObjects(folder.statements()),
        new StreamImages(TABLES, new InboxBodies(stores)),
        clock);
  }

  Deployment deployment() {
    return deployment;
  }

  @Override
  public void close() {
    deployment.stores().close();
    try {
      alsoClose.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot close the hub's store", e);
    }
  }
}
