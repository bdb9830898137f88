package io.daybook.portal;

import io.daybook.intake.ConnectionStates;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.Words;
import io.daybook.storage.connection.Connection;
import java.time.Instant;
import java.time.ZoneId;

/** How a connection stands, in a word or two. */
final class ConnectionBadge {
  /** What a retriever's refusal begins with when the token is not believed. */
  private static final String TOKEN_REFUSED = "refused with 401";

  private ConnectionBadge() {}

  static Badge of(ConnectionStates.State state, ZoneId zone, Instant now) {
    Connection connection = state.connection();
    if (!connection.isLive()) {
      return new Badge(
          "disconnected since "
              + Words.minute(connection.disconnectedAt().orElse(connection.connectedAt()), zone),
          Badge.Tone.WAITING);
    }
    if (state.circuit().isPresent()) {
      String failing = state.isLeftAlone(now) ? "left alone" : "failing";
      boolean refused = state.circuit().get().reason().startsWith(TOKEN_REFUSED);
      return new Badge(refused ? "token refused" : failing, Badge.Tone.BAD);
    }
    return state.check().filter(check -> !check.remarks().isEmpty()).isPresent()
        ? new Badge("with a note", Badge.Tone.WAITING)
        : new Badge("healthy", Badge.Tone.GOOD);
  }
}
