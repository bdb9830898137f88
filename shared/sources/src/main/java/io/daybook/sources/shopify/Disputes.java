package io.daybook.sources.shopify;

import io.daybook.events.Dispute;
import io.daybook.events.Dispute.DisputedOrder;
import io.daybook.events.Dispute.Status;
import io.daybook.events.DisputeId;
import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Disputes of Shopify Payments; the processor's account is the shop. They name the order, not the payment. The day of
 * the decision is all that both tellings give, so that it stands for its first instant in UTC.
 */
final class Disputes {
  private static final Name TYPE = Name.of("type");
  private static final Name STATUS = Name.of("status");
  private static final Name INITIATED_AT = Name.of("initiated_at");
  private static final Name FINALIZED_ON = Name.of("finalized_on");
  private static final int DAY_LENGTH = 10;

  private Disputes() {}

  static Dispute dispute(Told dispute, Origin origin) {
    Money amount = amount(dispute);
    return dispute
        .field()
        .make(
            "a disputed amount above 0",
            () ->
                new Dispute(
                    origin,
                    new DisputeId(dispute.id()),
                    status(dispute),
                    reason(dispute),
                    amount.currency(),
                    amount.minor(),
                    dispute.at(INITIATED_AT).instant(),
                    dispute.maybe(FINALIZED_ON).map(Disputes::day),
                    Optional.empty(),
                    order(dispute).map(id -> new DisputedOrder(origin, id))));
  }

  private static Status status(Told dispute) {
    boolean isInquiry = dispute.word(TYPE).equals("inquiry");
    return switch (dispute.word(STATUS)) {
      case "needs_response" -> isInquiry ? Status.INQUIRY : Status.NEEDS_RESPONSE;
      case "under_review" -> isInquiry ? Status.INQUIRY : Status.UNDER_REVIEW;
      case "accepted", "lost" -> Status.LOST;
      // Refunded by the merchant before it cost anything, or prevented: the refund is a fact of its
      // own.
      case "won", "charge_refunded", "prevented" -> Status.WON;
      case String other ->
          throw dispute
              .at(STATUS)
              .expected("a status of a dispute, such as needs_response or lost");
    };
  }

  private static Money amount(Told dispute) {
    return switch (dispute.dialect()) {
      case WEBHOOK -> dispute.field().money("amount", "currency");
      case GRAPHQL -> dispute.field().at("amount").money("amount", "currencyCode");
    };
  }

  private static String reason(Told dispute) {
    return switch (dispute.dialect()) {
      case WEBHOOK -> dispute.field().maybe("reason").map(Field::text).orElse("");
      case GRAPHQL ->
          new Told(dispute.field().at("reasonDetails"), Dialect.GRAPHQL).word(Name.of("reason"));
    };
  }

  private static Optional<OrderId> order(Told dispute) {
    Optional<Field> id =
        switch (dispute.dialect()) {
          case WEBHOOK -> dispute.field().maybe("order_id");
          case GRAPHQL -> dispute.field().maybe("order").map(order -> order.at("id"));
        };
    return id.map(field -> new OrderId(Told.id(field)));
  }

  private static Instant day(Field field) {
    String text = field.text();
    try {
      return LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length())))
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant();
    } catch (DateTimeException e) {
      throw field.expected("a day such as 2026-10-05");
    }
  }
}
