package io.daybook.sources.easypost;

import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.JsonTranslation;
import io.daybook.sources.shipping.Pulled;

/** EasyPost's webhooks and the objects of its sweep. */
public final class EasyPostSource implements Source {
  private final Verifier verifier = new EasyPostVerifier();

  @Override
  public Verifier verifier() {
    return verifier;
  }

  /** An event tells its own kind, so that its topic decides nothing; pulled objects go by theirs. */
  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return switch (topic) {
      case "pull/shipments" -> Pulled.each(body, each -> Labels.bought(each, origin));
      case "pull/refunds" -> Pulled.each(body, each -> Labels.refunded(each, origin));
      case "pull/events" -> Pulled.each(body, each -> Events.event(each, origin));
      case String other when other.startsWith("pull/") ->
          new Translation.Unknown("easypost topic " + other);
      case String _ -> JsonTranslation.one(body, root -> Events.event(root, origin));
    };
  }

  /** Whether an object says of itself that it is only a test. */
  static boolean isTest(Field object) {
    return object.maybe("mode").map(Field::text).filter("test"::equals).isPresent();
  }
}
