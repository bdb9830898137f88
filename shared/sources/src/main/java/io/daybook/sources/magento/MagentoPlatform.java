package io.daybook.sources.magento;

import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.events.OrderState;
import io.daybook.sources.Source;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Credential.Need;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A shop on Magento Open Source or Adobe Commerce. */
public final class MagentoPlatform implements Platform {
  /** With the other three of an integration, requests are signed by OAuth 1.0a; alone the token is a bearer's. */
  public static final String CONSUMER_KEY = "consumer-key";

  /** The second of an integration's four credentials. */
  public static final String CONSUMER_SECRET = "consumer-secret";

  /** The fourth of an integration's four credentials. */
  public static final String TOKEN_SECRET = "token-secret";

  /** Whom Adobe I/O Events sends to. */
  public static final String EVENT_CLIENT = "event-client-id";

  /** Where the public keys are by which Adobe I/O Events signs. */
  public static final String EVENT_KEYS = "event-keys";

  private final Source source = new MagentoSource();

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String title() {
    return "Magento / Adobe Commerce";
  }

  @Override
  public String account() {
    return "the shop's domain, such as shop.example.com";
  }

  @Override
  public ApiAddress api() {
    return new ApiAddress.OfAccount("https://%s");
  }

  @Override
  public List<Credential> credentials() {
    return List.of(
        Credential.token("Access token of the integration"),
        new Credential(CONSUMER_KEY, "Consumer key", "DAYBOOK_CONSUMER_KEY", Need.OPTIONAL),
        new Credential(
            CONSUMER_SECRET, "Consumer secret", "DAYBOOK_CONSUMER_SECRET", Need.OPTIONAL),
        new Credential(TOKEN_SECRET, "Access token secret", "DAYBOOK_TOKEN_SECRET", Need.OPTIONAL),
        new Credential(
            EVENT_CLIENT,
            "Client id of the Adobe project that sends events",
            "DAYBOOK_EVENT_CLIENT_ID",
            Need.OPTIONAL),
        new Credential(
            EVENT_KEYS,
            "Paths of the two public keys of Adobe I/O Events, with a space between",
            "DAYBOOK_EVENT_KEYS",
            Need.OPTIONAL));
  }

  /** By Adobe's public keys, which the retriever fetches. */
  @Override
  public Webhooks webhooks() {
    return new Webhooks.Keyed();
  }

  @Override
  public String byHand() {
    return "Adobe Commerce only: in the Developer Console, register this address for the shop's events (docs/sources/magento.md)."
        + " Without it the API alone is asked, every 15 minutes.";
  }

  @Override
  public List<String> scopes() {
    return List.of(
        "Sales: Orders (view)",
        "Sales: Invoices (view)",
        "Sales: Shipments (view)",
        "Sales: Credit Memos (view)");
  }

  @Override
  public Optional<Gateway> gateway() {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> pushedAt(Fact fact) {
    return switch (fact) {
      case OrderState order -> Optional.of(Instant.ofEpochMilli(order.version()));
      // Events of documents tell facts only where they carry their order.
      default -> Optional.empty();
    };
  }
}
