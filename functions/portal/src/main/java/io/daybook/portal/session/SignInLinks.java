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

/** Links that sign a person in once. Who can make one has access to the hub itself. */
public final class SignInLinks {
  /** The path that a link opens; the token follows as {@code ?token=}. */
  public static final String PATH = "/sign-in";

  /** How long a link waits to be opened. */
  public static final Duration VALID = Duration.ofHours(24);

  private final StateStore state;
  private final Clock clock;

  /** The links of a hub. */
  public SignInLinks(Stores stores, Clock clock) {
    this.state = HubState.of(stores);
    this.clock = clock;
  }

  /** Makes a link; the path with its token is returned, to stand behind the hub's address, and is nowhere kept. */
  public String mint(Grant grant) {
    Instant now = clock.instant();
    forget(now);
    Token token = Token.random();
    StoredGrant stored = StoredGrant.of(grant, now, now.plus(VALID));
    if (!state.put(new Write(Kind.SIGN_IN, token.hash(), 0, stored.write()))) {
      throw new IllegalStateException("two tokens of 256 random bits are the same");
    }
    return PATH + "?token=" + token.secret();
  }

  /** Whom a link would sign in. Spends nothing: programs that preview links open them too. */
  public Optional<Grant> look(Token token) {
    return valid(token).map(item -> StoredGrant.read(item).grant());
  }

  /** Takes a link out of the world; of two who try, one gets it. */
  public Optional<Grant> spend(Token token) {
    return valid(token)
        .filter(item -> state.delete(Kind.SIGN_IN, item.id(), item.version()))
        .map(item -> StoredGrant.read(item).grant());
  }

  private Optional<Item> valid(Token token) {
    return state
        .get(Kind.SIGN_IN, token.hash())
        .filter(item -> StoredGrant.read(item).endsAt().isAfter(clock.instant()));
  }

  private void forget(Instant now) {
    for (Item item : state.list(Kind.SIGN_IN)) {
      if (!StoredGrant.read(item).endsAt().isAfter(now)) {
        // One that somebody else has just removed is gone as well.
        boolean _ = state.delete(Kind.SIGN_IN, item.id(), item.version());
      }
    }
  }
}
