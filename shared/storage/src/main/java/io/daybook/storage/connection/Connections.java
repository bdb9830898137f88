package io.daybook.storage.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.storage.secrets.SecretBoxes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connections of one book. */
public final class Connections {
  /** How many webhook secrets a connection believes at once: the new one and the one before. */
  public static final int SECRETS = 2;

  private static final ObjectMapper MAPPER = FactJson.mapper();

  private final StateStore state;
  private final SecretBoxes boxes;

  /** The connections in a book's state, with secrets under a key. */
  public Connections(StateStore state, SecretBoxes boxes) {
    this.state = state;
    this.boxes = boxes;
  }

  /** A connection by name. */
  public Optional<Connection> find(ConnectionName name) {
    return state.get(Kind.CONNECTION, name.value()).map(Connections::read);
  }

  /** All connections, by name. */
  public List<Connection> all() {
    return state.list(Kind.CONNECTION).stream().map(Connections::read).toList();
  }

  /** Stores a connection, replacing one of the same name. */
  public void save(Connection connection) {
    long version =
        state
            .get(Kind.CONNECTION, connection.name().value())
            .map(StateStore.Item::version)
            .orElse(0L);
    if (!state.put(
        new StateStore.Write(
            Kind.CONNECTION, connection.name().value(), version, write(connection)))) {
      throw new IllegalStateException(
          "connection " + connection.name() + " was changed by someone else meanwhile");
    }
  }

  /** Stores a connection in the place of one that was read, unless somebody changed that meanwhile. */
  public boolean replace(Connection before, Connection after) {
    Optional<StateStore.Item> held = state.get(Kind.CONNECTION, before.name().value());
    return held.map(Connections::read).filter(before::equals).isPresent()
        && state.put(
            new StateStore.Write(
                Kind.CONNECTION, after.name().value(), held.get().version(), write(after)));
  }

  /** Enciphers a secret for a connection of this book. */
  public String seal(ConnectionName name, byte[] secret) {
    return boxes.of(state.book(), name).seal(secret);
  }

  /** The secrets by which messages of a connection are believed. */
  public List<byte[]> webhookSecrets(Connection connection) {
    return connection.webhookSecrets().stream().map(sealed -> open(connection, sealed)).toList();
  }

  /** What lets us into its API, by name. */
  public Map<String, byte[]> credentials(Connection connection) {
    Map<String, byte[]> opened = new HashMap<>();
    connection.credentials().forEach((name, sealed) -> opened.put(name, open(connection, sealed)));
    return opened;
  }

  private byte[] open(Connection connection, String sealed) {
    return boxes.of(state.book(), connection.name()).open(sealed);
  }

  private static Connection read(StateStore.Item item) {
    try {
      return MAPPER.readValue(item.json(), StoredConnection.class).connection();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("connection " + item.id() + " cannot be read", e);
    }
  }

  private static String write(Connection connection) {
    try {
      return MAPPER.writeValueAsString(StoredConnection.of(connection));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("connection " + connection.name() + " cannot be written", e);
    }
  }
}
