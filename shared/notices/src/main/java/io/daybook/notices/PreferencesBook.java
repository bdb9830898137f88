package io.daybook.notices;

import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How each kind of notice is told in one book: a versioned item each, the standard without one. */
public final class PreferencesBook {
  private static final int MAX_TRIES = 20;

  private final StateStore state;

  /** The preferences in a book's state. */
  public PreferencesBook(StateStore state) {
    this.state = state;
  }

  /** Those of every kind. */
  public Map<NoticeKind, Preferences> all() {
    Map<NoticeKind, Preferences> all = new EnumMap<>(NoticeKind.class);
    for (NoticeKind kind : NoticeKind.values()) {
      all.put(kind, Preferences.standard(kind));
    }
    for (Item item : state.list(Kind.NOTICE_PREFERENCE)) {
      if (!item.id().startsWith(WebhookSecrets.PREFIX)) {
        all.put(NoticeKind.parse(item.id()), NoticeJson.read(item, Preferences.class));
      }
    }
    return all;
  }

  /** Those of a kind. */
  public Preferences of(NoticeKind kind) {
    return state
        .get(Kind.NOTICE_PREFERENCE, kind.code())
        .map(item -> NoticeJson.read(item, Preferences.class))
        .orElseGet(() -> Preferences.standard(kind));
  }

  /** Changes those of a kind, whoever else changes them meanwhile; returns them as they are now. */
  public Preferences amend(NoticeKind kind, UnaryOperator<Preferences> change) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Item> held = state.get(Kind.NOTICE_PREFERENCE, kind.code());
      Preferences after =
          change.apply(
              held.map(item -> NoticeJson.read(item, Preferences.class))
                  .orElseGet(() -> Preferences.standard(kind)));
      if (state.put(
          new Write(
              Kind.NOTICE_PREFERENCE,
              kind.code(),
              held.map(Item::version).orElse(0L),
              NoticeJson.write(after)))) {
        return after;
      }
    }
    throw new IllegalStateException(
        "how " + kind.code() + " is told changed " + MAX_TRIES + " times meanwhile");
  }
}
