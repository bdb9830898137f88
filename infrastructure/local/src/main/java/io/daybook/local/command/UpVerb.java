package io.daybook.local.command;

import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubLog;
import io.daybook.local.hub.HubServer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up}: the hub serves until it is stopped. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Serve the hub on 127.0.0.1: receives webhooks, posts, sweeps and reconciles until stopped.")
final class UpVerb extends Verb {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; 0 for any free one (default: ${DEFAULT-VALUE}).",
      defaultValue = "" + Hub.DEFAULT_PORT)
  int port = Hub.DEFAULT_PORT;

  @Override
  public Integer call() throws Exception {
    HubFolder folder = HubFolder.open(dataOrDefault());
    HubLog.into(folder);
    try (Hub hub = Hub.open(folder, Optional.ofNullable(store));
        HubServer server = HubServer.start(hub, port, HubServer.Rhythm.AUTOMATIC)) {
      String link = SignInVerb.link(hub);
      print(
          new Report(
              "Daybook serves "
                  + server.address()
                  + " from "
                  + hub.folder().path()
                  + ", and logs there.\nLook at it, once with this link: "
                  + link
                  + "\nStop it with Ctrl-C; nothing is lost by that.",
              Map.of(
                  "address",
                  server.address(),
                  "data",
                  hub.folder().path().toString(),
                  "signIn",
                  link)));
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      stopped.await();
    }
    return 0;
  }

  @Override
  Report run(Hub hub) {
    throw new IllegalStateException("up serves and reports as it starts");
  }
}
