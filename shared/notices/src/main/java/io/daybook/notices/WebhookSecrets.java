package io.daybook.notices;

import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.net.URI;
import java.util.Optional;

/** The secrets that notices to webhooks are signed with, one an address, enciphered by whoever hands them in. */
public final class WebhookSecrets {
  static final String PREFIX = "~secret/";

  private record Sealed(String sealed) {}

  private final StateStore state;

  /** The secrets in a book's state. */
  public WebhookSecrets(StateStore state) {
    this.state = state;
  }

  /** The enciphered secret of an address. */
  public Optional<String> find(URI address) {
    return state
        .get(Kind.NOTICE_PREFERENCE, id(address))
        .map(item -> NoticeJson.read(item, Sealed.class).sealed());
  }

  /** Keeps an enciphered secret in the place of the one before: from the next notice on it signs. */
  public void save(URI address, String sealed) {
    String id = id(address);
    long version = state.get(Kind.NOTICE_PREFERENCE, id).map(Item::version).orElse(0L);
    if (!state.put(
        new Write(Kind.NOTICE_PREFERENCE, id, version, NoticeJson.write(new Sealed(sealed))))) {
      throw new IllegalStateException(
          "the secret of a webhook was changed by someone else meanwhile");
    }
  }

  private static String id(URI address) {
    return PREFIX + PlaceKey.of(new Destination.Webhook(address));
  }
}
