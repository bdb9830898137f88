package io.daybook.sources.shipstation;

import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.shipping.Pulled;

/** ShipStation's version 1: its webhooks and the shipments of its sweep. */
public final class ShipStationV1Source implements Source {
  private final Verifier verifier = new ShipStationV1Verifier();

  @Override
  public Verifier verifier() {
    return verifier;
  }

  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return switch (topic) {
      case "pull/shipments" -> Pulled.each(body, each -> Shipments.shipment(each, origin));
      case String other when other.startsWith("pull/") ->
          new Translation.Unknown("shipstation-v1 topic " + other);
      case String _ -> Notifications.of(body, Notifications.VERSION_1);
    };
  }
}
