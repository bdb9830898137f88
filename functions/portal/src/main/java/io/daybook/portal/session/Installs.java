package io.daybook.portal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.Stores;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Installations of an app that somebody has begun and the platform has not yet sent back: known by a nonce that goes to the
 * platform and comes back, and bound to the browser by a cookie of their own. The session's cookie does not come along from
 * another site, and is not needed: who began was signed in.
 */
public final class Installs {
  /** How long a person may take to consent. */
  public static final Duration VALID = Duration.ofMinutes(10);

  /**
   * What was begun.
   *
   * @param book whose connection it is to be
   * @param name of the connection
   * @param shop the account that consents, and no other
   * @param cutOver the first day that posts, as it was typed
   * @param by who began it
   */
  public record Install(String book, String name, String shop, String cutOver, String by) {}

  private record Stored(Install install, String cookie, Instant endsAt) {}

  private static final ObjectMapper MAPPER = FactJson.mapper();

  private final StateStore state;
  private final Clock clock;

  /** The installations of a hub. */
  public Installs(Stores stores, Clock clock) {
    this.state = HubState.of(stores);
    this.clock = clock;
  }

  /** A token for the cookie of a browser that has none yet. */
  public static Token cookie() {
    return Token.random();
  }

  /** Begins one; the nonce that is returned goes to the platform and is nowhere kept. */
  public Token begin(Install install, Token cookie) {
    Instant now = clock.instant();
    forget(now);
    Token nonce = Token.random();
    Stored stored = new Stored(install, cookie.hash(), now.plus(VALID));
    if (!state.put(new Write(Kind.INSTALL, nonce.hash(), 0, write(stored)))) {
      throw new IllegalStateException("two tokens of 256 random bits are the same");
    }
    return nonce;
  }

  /** Takes one out of the world, if this browser began it and its time is not up; of two who try, one gets it. */
  public Optional<Install> spend(Token nonce, Token cookie) {
    Optional<Item> item = state.get(Kind.INSTALL, nonce.hash());
    return item.filter(held -> isOf(read(held), cookie))
        .filter(held -> state.delete(Kind.INSTALL, held.id(), held.version()))
        .map(held -> read(held).install());
  }

  private boolean isOf(Stored stored, Token cookie) {
    return stored.endsAt().isAfter(clock.instant())
        && MessageDigest.isEqual(
            stored.cookie().getBytes(java.nio.charset.StandardCharsets.US_ASCII),
            cookie.hash().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private void forget(Instant now) {
    for (Item item : state.list(Kind.INSTALL)) {
      if (!read(item).endsAt().isAfter(now)) {
        // One that somebody else has just removed is gone as well.
        boolean _ = state.delete(Kind.INSTALL, item.id(), item.version());
      }
    }
  }

  private static Stored read(Item item) {
    try {
      return MAPPER.readValue(item.json(), Stored.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an installation cannot be read", e);
    }
  }

  private static String write(Stored stored) {
    try {
      return MAPPER.writeValueAsString(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an installation cannot be written", e);
    }
  }
}
