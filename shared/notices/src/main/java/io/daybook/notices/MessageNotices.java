package io.daybook.notices;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages that were kept and not posted: one notice for each connection and topic, so that a platform that changed a
 * field is one notice and not a thousand.
 */
public final class MessageNotices {
  private static final int SHOWN = 3;

  private record Group(NoticeKind kind, ConnectionName connection, String topic) {}

  private MessageNotices() {}

  /** One for each kind, connection and topic. */
  public static List<Notice> of(Book book, List<Unposted> messages) {
    Map<Group, List<Unposted>> groups = new LinkedHashMap<>();
    messages.stream()
        .sorted(Comparator.comparing(Unposted::id))
        .forEach(message ->
            groups
                .computeIfAbsent(
                    new Group(message.kind(), message.connection(), message.topic()),
                    _ -> new ArrayList<>())
                .add(message));
    return groups.entrySet().stream()
        .map(group -> notice(book, group.getKey(), group.getValue()))
        .toList();
  }

  private static Notice notice(Book book, Group group, List<Unposted> messages) {
    boolean failed = group.kind() == NoticeKind.MESSAGE_FAILED;
    List<String> details = new ArrayList<>();
    messages.stream()
        .limit(SHOWN)
        .forEach(message -> details.add(shortened(message.id()) + ": " + message.reason()));
    if (messages.size() > SHOWN) {
      details.add("and " + (messages.size() - SHOWN) + " more, in './daybook exceptions'");
    }
    details.add("The bytes are kept as they came; what they say is not in the books yet.");
    details.add(
        failed
            ? "Next: look whether the platform changed that field (its API's change log); once a"
                + " version of Daybook reads it, './daybook replay' posts what waits."
            : "Next: if this kind of message moves money, a later version of Daybook must know it;"
                + " './daybook replay' then posts what waits. If it does not, stop the platform"
                + " sending it.");
    return new Notice(
        group.kind(),
        book,
        group.connection() + "/" + group.topic(),
        counted(messages.size())
            + " of "
            + group.topic()
            + " from "
            + group.connection()
            + (failed ? " could not be posted" : " of a kind that is not known yet"),
        details,
        Optional.empty(),
        Notice.measure(messages.size()),
        Optional.empty(),
        Paths.operations());
  }

  private static String counted(int messages) {
    return messages == 1 ? "1 message" : messages + " messages";
  }

  /** A connection, a day and the beginning of a digest: enough to find it, short enough to read. */
  private static String shortened(String id) {
    int slash = id.lastIndexOf('/');
    return id.length() > slash + 13 ? id.substring(0, slash + 13) + "…" : id;
  }
}
