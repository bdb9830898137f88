package io.daybook.books;

import io.daybook.ledger.Stores;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KeyFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** A deployment on any stores, and what its functions measured. */
final class TestDeployment {
  final Map<String, Long> measured = new TreeMap<>();
  final Deployment deployment;

  TestDeployment(Path folder, Stores stores, Clock clock) {
    Deployment bare =
        new Deployment(
            stores,
            KeyFile.open(folder),
            new FolderObjects(folder),
            new StreamImages(Tables.of("t-", 1), new FolderBodies(folder)),
            clock);
    this.deployment =
        bare.calling(
            (metric, value) -> measured.merge(metric, value, Math::addExact), bare.functions());
  }
}
