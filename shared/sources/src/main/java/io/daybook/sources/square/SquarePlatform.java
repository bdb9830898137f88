package io.daybook.sources.square;

import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.events.OrderPayment;
import io.daybook.events.Payout;
import io.daybook.sources.Source;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Pushed;
import io.daybook.sources.platform.Webhooks;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A Square merchant. */
public final class SquarePlatform implements Platform {
  private final Source source = new SquareSource();

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String title() {
    return "Square";
  }

  @Override
  public String account() {
    return "the merchant id, such as MLQW3X7Y2Z1AB";
  }

  @Override
  public ApiAddress api() {
    return new ApiAddress.Fixed(URI.create("https://connect.squareup.com"));
  }

  @Override
  public List<Credential> credentials() {
    return List.of(Credential.token("API access token"));
  }

  @Override
  public Webhooks webhooks() {
    return new Webhooks.Signed(
        new Credential(
            "webhook-secret",
            "Signature key of the webhook subscription, unless the token may have one made",
            Credential.WEBHOOK_VARIABLE,
            Credential.Need.OPTIONAL));
  }

  @Override
  public String byHand() {
    return "In Square's Developer Console (Webhooks, Subscriptions), make a subscription with exactly this address, which Square"
        + " signs: events of payments, refunds, orders, disputes and payouts.";
  }

  @Override
  public List<String> scopes() {
    return List.of(
        "MERCHANT_PROFILE_READ",
        "ORDERS_READ",
        "PAYMENTS_READ",
        "DISPUTES_READ",
        "PAYOUTS_READ",
        "CASH_DRAWER_READ");
  }

  @Override
  public Optional<Gateway> gateway() {
    return Optional.of(Paying.SQUARE.gateway());
  }

  @Override
  public Optional<Instant> pushedAt(Fact fact) {
    return switch (fact) {
      case OrderPayment payment -> pushed(payment);
      case Dispute dispute -> Pushed.dispute(dispute);
      case Payout payout -> Pushed.payout(payout);
      // Webhooks of orders and refunds name them only; entries and drawers have none.
      default -> Optional.empty();
    };
  }

  /** Cash and exchanges are told by orders, of which webhooks tell nothing but that they changed. */
  private static Optional<Instant> pushed(OrderPayment payment) {
    boolean isOfOrder =
        payment.gateway().equals(Paying.CASH.gateway())
            || payment.gateway().equals(Paying.EXCHANGE.gateway());
    return isOfOrder ? Optional.empty() : Optional.of(payment.at());
  }
}
