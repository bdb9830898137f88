package io.daybook.local.hub;

import io.daybook.ledger.Stores;
import io.daybook.simulation.dynamodb.DynamoDbLocalProcess;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.dynamodb.LocalDynamoDb;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The stores on a DynamoDB Local of the hub's folder: one that runs already, or one that is started and ended here. */
final class DynamoDbLocal implements AutoCloseable {
  private static final String NOTE = "dynamodb-local";
  private static final int CONNECT_MILLIS = 500;

  private final Stores stores;
  private final Optional<DynamoDbLocalProcess> own;

  private DynamoDbLocal(Stores stores, Optional<DynamoDbLocalProcess> own) {
    this.stores = stores;
    this.own = own;
  }

  static DynamoDbLocal open(HubFolder folder, Clock clock) {
    Optional<URI> running = folder.note(NOTE).map(URI::create).filter(DynamoDbLocal::answers);
    Optional<DynamoDbLocalProcess> started =
        running.isPresent()
            ? Optional.empty()
            : Optional.of(DynamoDbLocalProcess.start(layout(), Optional.of(folder.dynamoDb())));
    URI endpoint = running.or(() -> started.map(DynamoDbLocalProcess::endpoint)).orElseThrow();
    folder.note(NOTE, endpoint.toString());
    return new DynamoDbLocal(
        LocalDynamoDb.open(
            endpoint, LocalDeployment.TABLES, new FolderBodies(folder.largeBodies()), clock),
        started);
  }

  private static Path layout() {
    return DynamoDbLocalProcess.folder()
        .orElseThrow(() ->
            new IllegalStateException(
                "DynamoDB Local is not laid out; './daybook … --store dynamodb-local' fetches it"));
  }

  private static boolean answers(URI endpoint) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), CONNECT_MILLIS);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  Stores stores() {
    return stores;
  }

  @Override
  public void close() {
    own.ifPresent(DynamoDbLocalProcess::close);
  }
}
