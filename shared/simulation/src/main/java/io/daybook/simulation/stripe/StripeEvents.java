package io.daybook.simulation.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.month.Dispute;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.Movement;
import io.daybook.simulation.month.Payout;
import io.daybook.simulation.month.Processor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What Stripe tells of the month, in time order: only what happened from the month's beginning to its end. */
public final class StripeEvents {
  /** The API version in which the events are written. */
  public static final String VERSION = "2026-07-29.dahlia";

  /**
   * An event.
   *
   * @param at when
   * @param id {@code evt_…}
   * @param type such as {@code charge.succeeded}
   * @param json the whole envelope
   */
  public record Event(Instant at, String id, String type, ObjectNode json) {}

  private final Month month;
  private final StripeObjects objects;
  private final List<Event> events = new ArrayList<>();

  private StripeEvents(Month month) {
    this.month = month;
    this.objects = new StripeObjects(month);
  }

  /** The month's events. */
  public static List<Event> of(Month month) {
    StripeEvents made = new StripeEvents(month);
    month.movements().stream()
        .filter(movement -> movement.processor() == Processor.STRIPE)
        .forEach(made::movement);
    month.payouts().stream()
        .filter(payout -> payout.processor() == Processor.STRIPE)
        .forEach(made::payout);
    made.dispute(month.dispute());
    return made.events.stream()
        .sorted(Comparator.comparing(Event::at).thenComparing(Event::id))
        .toList();
  }

  private void movement(Movement movement) {
    Instant at = movement.at();
    switch (movement.kind()) {
      case CHARGE -> add(at, "charge.succeeded", objects.charge(movement, at));
      case REFUND -> {
        String charge = objects.refund(movement).get("charge").textValue();
        add(at, "charge.refunded", objects.charge(objects.chargeOf(charge), at));
      }
      // Told by the dispute and by the payout.
      case DISPUTE, PAYOUT -> {}
    }
  }

  private void payout(Payout payout) {
    add(payout.at(), "payout.created", objects.payout(payout, payout.at()));
    Instant arrival = payout.arrivesOn().atTime(9, 0).toInstant(ZoneOffset.UTC);
    add(arrival, "payout.paid", objects.payout(payout, arrival));
  }

  private void dispute(Dispute dispute) {
    Instant opened = dispute.openedAt();
    add(opened, "charge.dispute.created", objects.dispute(dispute, opened));
    add(opened.plusSeconds(1), "charge.dispute.funds_withdrawn", objects.dispute(dispute, opened));
    add(dispute.lostAt(), "charge.dispute.closed", objects.dispute(dispute, dispute.lostAt()));
  }

  private void add(Instant at, String type, ObjectNode object) {
    if (at.isBefore(month.setting().start()) || !at.isBefore(month.setting().end())) {
      return;
    }
    String subject = object.get("id").textValue();
    String id = "evt_1" + digest(subject + "/" + type + "/" + at);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id)
        .put("object", "event")
        .put("api_version", VERSION)
        .put("created", at.getEpochSecond());
    json.putObject("data").set("object", object);
    json.put("livemode", true).put("pending_webhooks", 1);
    json.putObject("request").putNull("id").putNull("idempotency_key");
    json.put("type", type);
    events.add(new Event(at, id, type, json));
  }

  /** Ids of events are their own; made from what they tell, so that the same month has the same. */
  private static String digest(String text) {
    UUID uuid = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    return uuid.toString().replace("-", "").substring(0, 23);
  }
}
