package io.daybook.local.hub;

import io.daybook.books.ExportFunction;
import io.daybook.books.PostFunction;
import io.daybook.books.PullFunction;
import io.daybook.books.ReconcileFunction;
import io.daybook.catalogue.Catalogue;
import io.daybook.ingest.IngestFunction;
import io.daybook.ingest.LoggerLog;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.storage.deployment.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The catalogue's functions on one deployment. */
public final class Functions {
  private final Map<String, LocalFunction> byName = new TreeMap<>();

  Functions(Deployment deployment) {
    byName.put(
        Catalogue.INGEST.name(),
        new LocalFunction(
            Catalogue.INGEST,
            new IngestFunction(new HubIngestStores(deployment), new LoggerLog()),
            deployment.clock()));
    byName.put(
        Catalogue.POST.name(),
        new LocalFunction(Catalogue.POST, new PostFunction(deployment), deployment.clock()));
    byName.put(
        Catalogue.PULL.name(),
        new LocalFunction(Catalogue.PULL, new PullFunction(deployment), deployment.clock()));
    byName.put(
        Catalogue.RECONCILE.name(),
        new LocalFunction(
            Catalogue.RECONCILE, new ReconcileFunction(deployment), deployment.clock()));
    byName.put(
        Catalogue.EXPORT.name(),
        new LocalFunction(Catalogue.EXPORT, new ExportFunction(deployment), deployment.clock()));
  }

  /** A function by its name in the catalogue. */
  public Optional<LocalFunction> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Their names. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  LocalFunction ingest() {
    return known(Catalogue.INGEST.name());
  }

  LocalFunction post() {
    return known(Catalogue.POST.name());
  }

  LocalFunction pull() {
    return known(Catalogue.PULL.name());
  }

  LocalFunction reconcile() {
    return known(Catalogue.RECONCILE.name());
  }

  LocalFunction export() {
    return known(Catalogue.EXPORT.name());
  }

  private LocalFunction known(String name) {
    return named(name).orElseThrow(() -> new IllegalStateException("no function " + name));
  }
}
