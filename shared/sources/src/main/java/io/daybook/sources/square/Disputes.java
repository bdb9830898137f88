package io.daybook.sources.square;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dispute;
import io.daybook.events.Dispute.Status;
import io.daybook.events.DisputeId;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.sources.json.Parked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Disputes. */
final class Disputes {
  private Disputes() {}

  /** A dispute as it stands; its last change is the decision, once it is decided. */
  static List<Fact> dispute(Told told, Origin origin) {
    Status status = status(told.word("state"));
    CurrencyCode currency = told.currency("amount_money");
    Optional<Instant> decidedAt =
        switch (status) {
          case INQUIRY, NEEDS_RESPONSE, UNDER_REVIEW -> Optional.empty();
          case LOST, WON -> Optional.of(told.time("updated_at"));
        };
    // Before 2022 the id stood in a field of its own.
    DisputeId id =
        told.maybeId("id", DisputeId::new).orElseGet(() -> told.id("dispute_id", DisputeId::new));
    return List.of(
        told.field()
            .make(
                "an amount above 0",
                () ->
                    new Dispute(
                        origin,
                        id,
                        status,
                        told.maybeWord("reason").orElse(""),
                        currency,
                        told.minor("amount_money", currency),
                        told.time("created_at"),
                        decidedAt,
                        told.maybe("disputed_payment")
                            .flatMap(paid -> paid.maybeId("payment_id", Reference::new)),
                        Optional.empty())));
  }

  private static Status status(String word) {
    return switch (word) {
      case "INQUIRY_EVIDENCE_REQUIRED", "INQUIRY_PROCESSING", "INQUIRY_CLOSED" -> Status.INQUIRY;
      case "EVIDENCE_REQUIRED" -> Status.NEEDS_RESPONSE;
      case "PROCESSING" -> Status.UNDER_REVIEW;
      case "WON" -> Status.WON;
      case "LOST", "ACCEPTED" -> Status.LOST;
      case String other -> throw Parked.word("square dispute state", other);
    };
  }
}
