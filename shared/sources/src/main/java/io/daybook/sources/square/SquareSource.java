package io.daybook.sources.square;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.JsonTranslation;
import java.util.List;
import java.util.function.Function;

/** Square's webhooks and the objects of its sweep. */
public final class SquareSource implements Source {
  private final Verifier verifier = new SquareVerifier();

  @Override
  public Verifier verifier() {
    return verifier;
  }

  /** An event tells its own type, so that its topic decides nothing; pulled objects go by theirs. */
  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return switch (topic) {
      case "pull/orders" -> pulled(body, told -> Orders.order(told, origin));
      case "pull/payments" -> pulled(body, told -> Payments.payment(told, origin));
      case "pull/refunds" -> pulled(body, told -> Returns.refunded(told, origin));
      case "pull/payouts" -> pulled(body, told -> Payouts.payout(told, origin));
      case "pull/payout-transactions" -> pulled(body, told -> Payouts.entries(told, origin));
      case "pull/disputes" -> pulled(body, told -> Disputes.dispute(told, origin));
      case "pull/cash-drawer-shifts" -> pulled(body, told -> Drawers.shift(told, origin));
      case String other when other.startsWith("pull/") ->
          new Translation.Unknown("square topic " + other);
      case String other -> JsonTranslation.one(body, root -> event(new Told(root), origin));
    };
  }

  private static Translation pulled(byte[] body, Function<Told, List<Fact>> facts) {
    return JsonTranslation.pulled(body, field -> facts.apply(new Told(field)));
  }

  private static Translation event(Told event, Origin origin) {
    if (event.field().maybe("merchant_id").isEmpty() || event.field().maybe("type").isEmpty()) {
      return new Translation.Unknown("square message that is no event");
    }
    if (!event.id("merchant_id", String::new).equals(origin.account())) {
      return new Translation.Unknown("square event of a merchant that is not the connection's");
    }
    String type = event.word("type");
    return switch (type) {
      case "payment.created", "payment.updated" ->
          facts(Payments.payment(object(event, "payment"), origin));
      case "dispute.created", "dispute.state.changed", "dispute.state.updated" ->
          facts(Disputes.dispute(object(event, "dispute"), origin));
      case "payout.sent", "payout.paid", "payout.failed" ->
          facts(Payouts.payout(object(event, "payout"), origin));
      case String other when EventType.concernsNoMoney(other) -> facts(List.of());
      case String other -> new Translation.Unknown("square event " + EventType.safe(other));
    };
  }

  /** Square puts the object under its kind: {@code data.object.payment}. */
  private static Told object(Told event, String kind) {
    Field object = event.field().at("data").at("object").at(kind);
    return new Told(object);
  }

  private static Translation facts(List<Fact> facts) {
    return new Translation.Facts(facts);
  }
}
