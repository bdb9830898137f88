package io.daybook.sources.magento;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.json.JsonTranslation;
import java.util.List;
import java.util.function.Function;

/** Magento's and Adobe Commerce's events and the objects of their sweep. */
public final class MagentoSource implements Source {
  private final Verifier verifier = new MagentoVerifier();

  @Override
  public Verifier verifier() {
    return verifier;
  }

  /** An event tells its own type, so that its topic decides nothing; pulled objects go by theirs. */
  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return switch (topic) {
      case "pull/orders" -> pulled(body, told -> Orders.order(told, origin));
      case "pull/invoices" -> pulled(body, told -> Invoices.invoice(told, origin));
      case "pull/creditmemos" -> pulled(body, told -> CreditMemos.memo(told, origin));
      case "pull/shipments" -> pulled(body, told -> Shipments.shipment(told, origin));
      case String other when other.startsWith("pull/") ->
          new Translation.Unknown("magento topic " + other);
      // Events may come in batches, which are lists at the root.
      case String _ -> pulled(JsonTranslation.rooted(body), told -> Events.event(told, origin));
    };
  }

  private static Translation pulled(byte[] body, Function<Told, List<Fact>> facts) {
    return JsonTranslation.pulled(body, field -> facts.apply(new Told(field)));
  }
}
