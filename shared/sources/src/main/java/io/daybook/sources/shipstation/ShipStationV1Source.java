package io.daybook.sources.shipstation;

import io.daybook.events.Origin;
import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verification;
import io.daybook.sources.Verifier;
import io.daybook.sources.shipping.Pulled;
import java.time.Instant;
import java.util.List;

/** ShipStation's version 1: its webhooks and the shipments of its sweep. */
public final class ShipStationV1Source implements Source {
  private final Verifier verifier = new ShipStationV1Verifier();

  @Override
  public String name() {
    return verifier.name();
  }

  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return verifier.verify(headers, body, secrets, now);
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
