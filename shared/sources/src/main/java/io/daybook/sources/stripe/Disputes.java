package io.daybook.sources.stripe;

import io.daybook.events.Dispute;
import io.daybook.events.Dispute.Status;
import io.daybook.events.DisputeId;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Disputes. */
final class Disputes {
  private Disputes() {}

  /**
   * A dispute as it stands.
   *
   * <p>A dispute object has no time of its decision. Only the event {@code charge.dispute.closed} does, and its time is
   * the day on which a loss is posted. A telling without it (the API, a later event) takes the last time that the object
   * itself shows money move for the outcome: the withdrawal, for a loss; the money's return, for a win; else the opening.
   * That lies before the decision, and {@link Dispute#version} ranks decisions by their second: whichever comes first, the
   * telling that knows the decision's time prevails, and the same telling is always the same version.
   *
   * @param closed when the event that says so was made, if this comes from one
   */
  static Optional<Dispute> dispute(Told told, Origin origin, Optional<Instant> closed) {
    Optional<Status> status = status(told.text("status"));
    if (told.isTest() || status.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        told.field()
            .make(
                "an amount above 0",
                () ->
                    new Dispute(
                        origin,
                        told.id(DisputeId::new),
                        status.get(),
                        told.maybeText("reason").orElse(""),
                        told.currency(),
                        told.minor("amount"),
                        told.time("created"),
                        decidedAt(told, status.get(), closed),
                        told.link("charge", Reference::new),
                        Optional.empty())));
  }

  /** Whether a status is one of Stripe's that this version knows. */
  static boolean isKnown(Told told) {
    return status(told.text("status")).isPresent();
  }

  private static Optional<Status> status(String word) {
    return switch (word) {
      // Prevented: resolved with the card network before it became a dispute; the refund is told by
      // itself.
      case "warning_needs_response", "warning_under_review", "warning_closed", "prevented" ->
          Optional.of(Status.INQUIRY);
      case "needs_response" -> Optional.of(Status.NEEDS_RESPONSE);
      case "under_review" -> Optional.of(Status.UNDER_REVIEW);
      case "won" -> Optional.of(Status.WON);
      case "lost" -> Optional.of(Status.LOST);
      case String other -> Optional.empty();
    };
  }

  private static Optional<Instant> decidedAt(Told told, Status status, Optional<Instant> closed) {
    return switch (status) {
      case INQUIRY, NEEDS_RESPONSE, UNDER_REVIEW -> Optional.empty();
      case LOST -> Optional.of(closed.orElseGet(() -> lastMoved(told, -1)));
      case WON -> Optional.of(closed.orElseGet(() -> lastMoved(told, 1)));
    };
  }

  private static Instant lastMoved(Told told, int sign) {
    Stream<Instant> moved =
        told.field().maybeList("balance_transactions").stream()
            .filter(transaction -> Long.signum(transaction.at("amount").integer()) == sign)
            .map(transaction -> new Told(transaction).time("created"));
    return Stream.concat(Stream.of(told.time("created")), moved)
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
