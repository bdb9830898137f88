package io.daybook.sources.stripe;

import io.daybook.events.Origin;
import io.daybook.sources.Translation;
import io.daybook.sources.json.JsonTranslation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Thin events ({@code v2.core.event}): type, time and the id of an object, never the object. They tell no fact: the next
 * sweep brings what they announce, from Stripe's own list of snapshot events or from the object's list.
 */
final class ThinEvents {
  /** What a thin event says it is. */
  static final String OBJECT = "v2.core.event";

  /** Families of API v2 that move no money of the payments balance: accounts, destinations, billing, health. */
  private static final List<String> WITHOUT_MONEY =
      List.of("v2.core.", "v2.billing.", "v2.commerce.", "v2.extend.", "v2.iam.", "v2.data.");

  private ThinEvents() {}

  /** Understood, if its family is; else parked, as a snapshot of that family would be. */
  static Translation translate(Told event, Origin origin) {
    String type = event.text("type");
    if (event.maybeText("context").filter(of -> !of.equals(origin.account())).isPresent()) {
      return new Translation.Unknown("stripe event of an account that is not the connection's");
    }
    return isUnderstood(type)
        ? new Translation.Facts(List.of())
        : new Translation.Unknown("stripe event " + EventType.safe(type));
  }

  /** The id of the object that a thin event is about. */
  static Optional<String> announced(byte[] body) {
    AtomicReference<Optional<String>> id = new AtomicReference<>(Optional.empty());
    Translation _ =
        JsonTranslation.one(
            body,
            root -> {
              Told event = new Told(root);
              if (event.maybeText("object").filter(OBJECT::equals).isPresent()) {
                id.set(event.expanded("related_object").flatMap(object -> object.maybeText("id")));
              }
              return new Translation.Facts(List.of());
            });
    return id.get().filter(text -> text.matches("[A-Za-z0-9_]{1,200}"));
  }

  private static boolean isUnderstood(String type) {
    if (!type.startsWith("v1.")) {
      return WITHOUT_MONEY.stream().anyMatch(type::startsWith);
    }
    String snapshot = type.substring("v1.".length());
    return EventType.tellsMoney(snapshot) || EventType.concernsNoMoney(snapshot);
  }
}
