package io.daybook.local.hub;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.daybook.books.ExportFunction;
import io.daybook.books.GuardFunction;
import io.daybook.books.NotifyFunction;
import io.daybook.books.PostFunction;
import io.daybook.books.PullFunction;
import io.daybook.books.ReconcileFunction;
import io.daybook.books.ReplayFunction;
import io.daybook.books.bank.DropFunction;
import io.daybook.books.channel.HubChannels;
import io.daybook.books.channel.Reach;
import io.daybook.books.portal.ActFunction;
import io.daybook.books.privacy.EraseFunction;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.ingest.BridgeFunction;
import io.daybook.ingest.IngestFunction;
import io.daybook.ingest.LoggerLog;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.portal.PortalFunction;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.deployment.Invoker;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.objects.ObjectStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The catalogue's functions on one deployment, which can call each other there. */
public final class Functions implements AutoCloseable {
  private static final Logger LOG = System.getLogger("io.daybook.functions");

  private final Map<String, LocalFunction> byName;
  private final Deployment deployment;
  private final ExecutorService events;

  private Functions(
      Map<String, LocalFunction> byName, Deployment deployment, ExecutorService events) {
    this.byName = byName;
    this.deployment = deployment;
    this.events = events;
  }

  /** Every function of the catalogue. */
  static Functions on(Deployment bare, HubFolder folder) {
    Map<String, LocalFunction> byName = new ConcurrentHashMap<>();
    ExecutorService events = Executors.newSingleThreadExecutor();
    Deployment deployment =
        bare.calling(
            bare.telemetry(),
            new Invoker() {
              @Override
              public void invoke(String function, String event) {
                Future<?> _ = events.submit(() -> run(byName, function, event));
              }

              @Override
              public Optional<String> ask(String function, String event) {
                byte[] answer =
                    called(byName, function).invoke(event.getBytes(StandardCharsets.UTF_8));
                return Optional.of(new String(answer, StandardCharsets.UTF_8));
              }
            });
    for (FunctionSpec function : Catalogue.all()) {
      byName.put(
          function.name(),
          new LocalFunction(function, handler(function, deployment, folder), deployment.clock()));
    }
    return new Functions(byName, deployment, events);
  }

  private static RequestStreamHandler handler(
      FunctionSpec function, Deployment deployment, HubFolder folder) {
    return switch (function.name()) {
      case "ingest" -> new IngestFunction(new HubIngestStores(deployment), new LoggerLog());
      case "drop" -> new DropFunction(deployment, drops(folder));
      case "act" -> new ActFunction(deployment, drops(folder), Reach.ANYWHERE);
      case "bridge" -> new BridgeFunction(new HubIngestStores(deployment), new LoggerLog());
      case "post" -> new PostFunction(deployment);
      case "pull" -> new PullFunction(deployment);
      case "replay" -> new ReplayFunction(deployment);
      case "reconcile" -> new ReconcileFunction(deployment);
      case "export" -> new ExportFunction(deployment);
      case "erase" -> new EraseFunction(deployment);
      case "portal" -> new PortalFunction(deployment, drops(folder));
      case "guard" -> new GuardFunction(deployment);
      case "notify" ->
          new NotifyFunction(
              deployment,
              HubChannels.local(folder.path(), System.getenv(), deployment),
              folder.note("address").orElse(""));
      default ->
          throw new IllegalStateException(
              "the catalogue has a function " + function.name() + " that the hub does not know");
    };
  }

  private static ObjectStore drops(HubFolder folder) {
    return new FolderObjects(folder.path().resolve("drops"));
  }

  /** As Lambda runs an event that nobody waits for; it would try twice more. */
  private static void run(Map<String, LocalFunction> byName, String function, String event) {
    try {
      byte[] _ = called(byName, function).invoke(event.getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException failed) {
      LOG.log(Level.ERROR, function + " failed", failed);
    }
  }

  private static LocalFunction called(Map<String, LocalFunction> byName, String function) {
    return Optional.ofNullable(byName.get(function))
        .orElseThrow(() -> new IllegalArgumentException("there is no function " + function));
  }

  /** What the functions stand on. */
  Deployment deployment() {
    return deployment;
  }

  /** A function by its name in the catalogue. */
  public Optional<LocalFunction> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Their names. */
  public List<String> names() {
    return byName.keySet().stream().sorted().toList();
  }

  LocalFunction of(FunctionSpec function) {
    return named(function.name())
        .orElseThrow(() -> new IllegalStateException("no function " + function.name()));
  }

  /** Waits for what was called and is not done. */
  @Override
  public void close() {
    events.close();
  }
}
