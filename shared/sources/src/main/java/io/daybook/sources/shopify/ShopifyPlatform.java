package io.daybook.sources.shopify;

import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Gateway;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.sources.Secret;
import io.daybook.sources.Source;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.PersonalAsk;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Pushed;
import io.daybook.sources.platform.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Shopify shop: the shop itself and, if it uses it, Shopify Payments. */
public final class ShopifyPlatform implements Platform {
  /** What is read (docs/sources/shopify.md says what is lost without each). */
  public static final List<String> SCOPES =
      List.of(
          "read_orders",
          "read_all_orders",
          "read_fulfillments",
          "read_gift_cards",
          "read_inventory",
          "read_locations",
          "read_products",
          "read_shopify_payments_payouts",
          "read_shopify_payments_disputes");

  private static final String CLIENT_ID = "client-id";

  private final Source source = new ShopifySource();

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String title() {
    return "Shopify";
  }

  @Override
  public String account() {
    return "the shop's domain, such as blue-cup.myshopify.com";
  }

  @Override
  public ApiAddress api() {
    return new ApiAddress.OfAccount("https://%s");
  }

  @Override
  public List<Credential> credentials() {
    return List.of(
        new Credential(
            CLIENT_ID,
            "Client ID of the app, from its settings in the Dev Dashboard",
            "DAYBOOK_CLIENT_ID",
            Credential.Need.OPTIONAL),
        new Credential(
            Credential.TOKEN,
            "Access token (shpat_…) instead, of an app that was made in the shop's admin before 2026",
            "DAYBOOK_TOKEN",
            Credential.Need.OPTIONAL));
  }

  /** The app's client secret signs webhooks and has tokens granted: it is asked for once. */
  @Override
  public Map<String, Secret> kept(Optional<Secret> webhook, Map<String, Secret> given) {
    Optional<Secret> token = Optional.ofNullable(given.get(Credential.TOKEN));
    if (token.isPresent()) {
      return Map.of(Credential.TOKEN, token.get());
    }
    Optional<Secret> client = Optional.ofNullable(given.get(CLIENT_ID));
    if (client.isEmpty() || webhook.isEmpty()) {
      throw new IllegalArgumentException(
          "What lets Daybook into the shop is missing: the client ID of an app of the Dev Dashboard"
              + " (DAYBOOK_CLIENT_ID in the environment), or the access token of an app made in the shop's admin"
              + " before 2026 (DAYBOOK_TOKEN).");
    }
    return Map.of(CLIENT_ID, client.get(), "client-secret", webhook.get());
  }

  @Override
  public Webhooks webhooks() {
    return new Webhooks.Signed(
        Credential.webhookSecret("Client secret of the app, which signs its webhooks"));
  }

  @Override
  public String byHand() {
    return "Where the hub's own address is not known to Shopify, nothing is registered: sweeps alone tell what happens, every 15"
        + " minutes.";
  }

  @Override
  public List<String> scopes() {
    return SCOPES;
  }

  @Override
  public Optional<Gateway> gateway() {
    return Optional.of(new Gateway("shopify_payments"));
  }

  @Override
  public Optional<String> complaint(String account) {
    return account.matches("[a-z0-9][a-z0-9-]*[.]myshopify[.]com")
        ? Optional.empty()
        : Optional.of("is '" + account + "'");
  }

  @Override
  public Optional<String> privacyRequest(String topic) {
    return switch (topic) {
      case "customers/data_request" -> Optional.of("a customer asks what is kept of them");
      case "customers/redact" -> Optional.of("what identifies a customer is to be erased");
      case "shop/redact" -> Optional.of("what identifies the customers of a shop is to be erased");
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<PersonalAsk> personalAsk(String topic, byte[] body) {
    return PrivacyTopics.read(topic, body);
  }

  @Override
  public Optional<Instant> pushedAt(Fact fact) {
    return switch (fact) {
      case OrderState order -> Optional.of(Instant.ofEpochMilli(order.version()));
      case OrderEdit edit -> Optional.of(edit.committedAt());
      case OrderPayment payment -> Optional.of(payment.at());
      case Fulfilment parcel -> Optional.of(Instant.ofEpochMilli(parcel.version()));
      case Refund refund -> Optional.of(refund.at());
      case Dispute dispute -> Pushed.dispute(dispute);
      // Shopify has no webhook for payouts and balance transactions, that for costs is not asked
      // for, and the rest is nothing that a shop tells.
      default -> Optional.empty();
    };
  }
}
