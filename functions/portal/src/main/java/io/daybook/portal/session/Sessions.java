package io.daybook.portal.session;

import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who is signed in. */
public final class Sessions {
  /** Who asks. */
  public enum By {
    /** A person who opens a page: the session goes on. */
    PERSON,
    /** A page that refreshes itself: an unattended screen does not keep a session alive. */
    TIMER
  }

  /** A session's last use is written at most this often. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  private final StateStore state;
  private final Clock clock;

  /** The sessions of a hub. */
  public Sessions(Stores stores, Clock clock) {
    this.state = HubState.of(stores);
    this.clock = clock;
  }

  /** Begins a session; the token is for the cookie and is nowhere kept. */
  public Token begin(Grant grant) {
    Instant now = clock.instant();
    forget(now);
    Token token = Token.random();
    StoredGrant stored = StoredGrant.of(grant, now, now.plus(grant.role().longest()));
    if (!state.put(new Write(Kind.SESSION, token.hash(), 0, stored.write()))) {
      throw new IllegalStateException("two tokens of 256 random bits are the same");
    }
    return token;
  }

  /** The session of a cookie, if it lasts still. */
  public Optional<Session> find(Token token, By by) {
    Instant now = clock.instant();
    Optional<Item> item =
        state.get(Kind.SESSION, token.hash()).filter(held -> lasts(StoredGrant.read(held), now));
    item.ifPresent(held -> note(held, now, by));
    return item.map(held -> new Session(StoredGrant.read(held).grant(), token.formKey()));
  }

  /** Ends a session. */
  public void end(Token token) {
    state
        .get(Kind.SESSION, token.hash())
        .ifPresent(item -> {
          // Its last use may have been noted meanwhile: then once more.
          if (!state.delete(Kind.SESSION, item.id(), item.version())) {
            end(token);
          }
        });
  }

  private void note(Item held, Instant now, By by) {
    StoredGrant stored = StoredGrant.read(held);
    if (by == By.PERSON && stored.seenAt().plus(NOTED_EVERY).isBefore(now)) {
      // Who lost the race was noted by the one who won it.
      boolean _ =
          state.put(new Write(Kind.SESSION, held.id(), held.version(), stored.seen(now).write()));
    }
  }

  private static boolean lasts(StoredGrant session, Instant now) {
    return now.isBefore(session.endsAt())
        && now.isBefore(session.seenAt().plus(session.role().idle()));
  }

  private void forget(Instant now) {
    for (Item item : state.list(Kind.SESSION)) {
      if (!lasts(StoredGrant.read(item), now)) {
        boolean _ = state.delete(Kind.SESSION, item.id(), item.version());
      }
    }
  }
}
