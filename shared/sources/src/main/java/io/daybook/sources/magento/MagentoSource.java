package io.daybook.sources.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verification;
import io.daybook.sources.Verifier;
import io.daybook.sources.json.JsonTranslation;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Magento's and Adobe Commerce's events and the objects of their sweep. */
public final class MagentoSource implements Source {
  private final Verifier verifier = new MagentoVerifier();

  @Override
  public String name() {
    return verifier.name();
  }

  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return verifier.verify(headers, body, secrets, now);
  }

  @Override
  public Optional<String> challenge(Headers headers) {
    return verifier.challenge(headers);
  }

  /** An event tells its own type, so that its topic decides nothing; pulled objects go by theirs. */
  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    try {
      return switch (topic) {
        case "pull/orders" -> pulled(body, told -> Orders.order(told, origin));
        case "pull/invoices" -> pulled(body, told -> Invoices.invoice(told, origin));
        case "pull/creditmemos" -> pulled(body, told -> CreditMemos.memo(told, origin));
        case "pull/shipments" -> pulled(body, told -> Shipments.shipment(told, origin));
        case String other when other.startsWith("pull/") ->
            new Translation.Unknown("magento topic " + other);
        case String _ -> pulled(rooted(body), told -> Events.event(told, origin));
      };
    } catch (Parked parked) {
      return new Translation.Unknown(parked.what());
    }
  }

  private static Translation pulled(byte[] body, Function<Told, List<Fact>> facts) {
    return JsonTranslation.pulled(body, field -> facts.apply(new Told(field)));
  }

  /** Events may come in batches, which are lists at the root. */
  private static byte[] rooted(byte[] body) {
    for (byte each : body) {
      if (each == '[') {
        ByteArrayOutputStream object = new ByteArrayOutputStream(body.length + 16);
        object.writeBytes("{\"objects\":".getBytes(UTF_8));
        object.writeBytes(body);
        object.write('}');
        return object.toByteArray();
      }
      if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
        return body;
      }
    }
    return body;
  }
}
