package io.daybook.notices;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;

/** Busy connections from which no webhook came for longer than usual. */
public final class SilenceNotices {
  private SilenceNotices() {}

  /** One for each connection whose {@link Silence} is unusual. */
  public static List<Notice> of(
      Book book, SortedMap<ConnectionName, NavigableSet<Quarter>> heard, Instant now, ZoneId zone) {
    List<Notice> notices = new ArrayList<>();
    heard.forEach((connection, quarters) ->
        Silence.of(quarters, now, zone)
            .ifPresent(silence -> notices.add(notice(book, connection, silence, zone))));
    return notices;
  }

  private static Notice notice(Book book, ConnectionName connection, Silence silence, ZoneId zone) {
    return new Notice(
        NoticeKind.CONNECTION_SILENT,
        book,
        connection.value(),
        "No webhook from " + connection + " since " + LocalTimes.of(silence.since(), zone),
        List.of(
            "Usual: on "
                + (silence.days() - 1)
                + " of the last "
                + silence.days()
                + " days webhooks came in at least "
                + silence.usual()
                + " quarter hours of the same "
                + "stretch of the day; the same weekdays were compared as well.",
            "Sweeps every 15 minutes still find what is missed, so the books go on; what comes by"
                + " webhook alone waits.",
            "Next: (1) the platform's status page;",
            "(2) the platform's list of webhook subscriptions, for after repeated errors platforms"
                + " remove them: connecting again under the same name harms nothing;",
            "(3) the metrics Refused and NotKept: was the signing secret changed, could nothing be"
                + " kept?",
            "(4) the iterator age of post: what came may be kept and not posted."),
        Optional.empty(),
        silence.since().toString(),
        Optional.of(silence.since()),
        Paths.operations());
  }
}
