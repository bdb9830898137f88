package io.daybook.sources.shipstation;

import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.shipping.Pulled;

/** ShipStation's version 2, which is ShipEngine's: its webhooks and the labels of its sweep. */
public final class ShipStationSource implements Source {
  private final Verifier verifier = new ShipStationVerifier();

  @Override
  public Verifier verifier() {
    return verifier;
  }

  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return switch (topic) {
      case "pull/labels" -> Pulled.each(body, each -> Labels.label(each, origin));
      case String other when other.startsWith("pull/") ->
          new Translation.Unknown("shipstation topic " + other);
      case String _ -> Notifications.of(body, Notifications.VERSION_2);
    };
  }
}
