package io.daybook.sources.shopify;

import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Gateway;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.sources.Source;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Pushed;
import io.daybook.sources.platform.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A Shopify shop: the shop itself and, if it uses it, Shopify Payments. */
public final class ShopifyPlatform implements Platform {
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
    return List.of(Credential.token("API access token or key"));
  }

  @Override
  public Webhooks webhooks() {
    return new Webhooks.Signed(Credential.webhookSecret("Webhook signing secret"));
  }

  @Override
  public Optional<Gateway> gateway() {
    return Optional.of(new Gateway("shopify_payments"));
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
