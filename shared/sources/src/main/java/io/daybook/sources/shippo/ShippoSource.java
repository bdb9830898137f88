package io.daybook.sources.shippo;

import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.json.JsonTranslation;
import io.daybook.sources.shipping.Pulled;
import io.daybook.sources.shipping.TopLevel;

/** Shippo's webhooks and the objects of its sweep. */
public final class ShippoSource implements Source {
  private final Verifier verifier = new ShippoVerifier();

  @Override
  public Verifier verifier() {
    return verifier;
  }

  /** A webhook's transaction has neither amount nor payer: what it announces, the sweep reads. */
  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return switch (topic) {
      case "pull/transactions" -> Pulled.each(body, each -> Labels.bought(each, origin));
      case "pull/refunds" -> Pulled.each(body, each -> Labels.refunded(each, origin));
      case String other when other.startsWith("pull/") ->
          new Translation.Unknown("shippo topic " + other);
      case String _ ->
          JsonTranslation.one(
              body,
              root ->
                  switch (root.at("event").text()) {
                    case "transaction_created",
                        "transaction_updated",
                        "track_updated",
                        "batch_created",
                        "batch_purchased" ->
                        Pulled.facts();
                    case String other ->
                        new Translation.Unknown("shippo event " + TopLevel.safe(other));
                  });
    };
  }
}
