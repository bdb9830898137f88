package io.daybook.storage.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.secrets.SecretBox;
import java.net.URI;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The installation's apps. They belong to no merchant's book. */
public final class PlatformApps {
  /** Where the hub keeps what belongs to no merchant: no list of books names it. */
  private static final Book HUB = new Book("daybook-hub");

  private static final ObjectMapper MAPPER = FactJson.mapper();
  private static final int MOST_TRIES = 10;

  private final StateStore state;
  private final Deployment deployment;

  /** The apps of a hub. */
  public PlatformApps(Deployment deployment) {
    this.deployment = deployment;
    this.state = deployment.stores().state(HUB);
  }

  /** The app at a platform, if the hub has one. */
  public Optional<PlatformApp> find(String platform) {
    return state.get(Kind.APP, platform).map(PlatformApps::read);
  }

  /** What enciphers an app's secrets. */
  public SecretBox box(String platform) {
    return deployment.secrets().of(HUB, new ConnectionName("app-" + platform));
  }

  /** Its client secrets, the newest first. */
  public List<byte[]> secrets(PlatformApp app) {
    return app.secrets().stream().map(box(app.platform())::open).toList();
  }

  /** Keeps an app; the secret before is believed beside a new one, if it is the same app. */
  public PlatformApp keep(
      String platform, String clientId, byte[] secret, List<String> scopes, Optional<URI> base) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<StateStore.Item> item = state.get(Kind.APP, platform);
      List<String> secrets = new ArrayList<>();
      secrets.add(box(platform).seal(secret));
      item.map(PlatformApps::read)
          .filter(app -> app.clientId().equals(clientId))
          .ifPresent(app ->
              app.secrets().stream()
                  .filter(sealed -> !MessageDigest.isEqual(box(platform).open(sealed), secret))
                  .limit(1)
                  .forEach(secrets::add));
      PlatformApp app = new PlatformApp(platform, clientId, secrets, scopes, base);
      if (state.put(
          new StateStore.Write(
              Kind.APP, platform, item.map(StateStore.Item::version).orElse(0L), write(app)))) {
        return app;
      }
    }
    throw new IllegalStateException(
        "the app at " + platform + " is written by others all the time");
  }

  private static PlatformApp read(StateStore.Item item) {
    try {
      return MAPPER.readValue(item.json(), PlatformApp.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the app at " + item.id() + " cannot be read", e);
    }
  }

  private static String write(PlatformApp app) {
    try {
      return MAPPER.writeValueAsString(app);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an app cannot be written", e);
    }
  }
}
