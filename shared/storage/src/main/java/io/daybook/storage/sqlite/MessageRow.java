package io.daybook.storage.sqlite;

import io.daybook.items.BodyCodec;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A message as its row holds it. */
final class MessageRow {
  /** What {@link #read} expects, in its order. */
  static final String COLUMNS =
      "message.connection, message.received_at, message.via, message.topic, message.body";

  /** A message whose body is empty was erased: a stored one has a format byte at least. */
  static final String NOT_ERASED = " AND length(message.body) > 0";

  private MessageRow() {}

  static Message read(ResultSet row) throws SQLException {
    return new Message(
        new ConnectionName(row.getString(1)),
        Instant.parse(row.getString(2)),
        Message.Via.valueOf(row.getString(3)),
        row.getString(4),
        Bytes.of(BodyCodec.decode(row.getBytes(5))));
  }
}
