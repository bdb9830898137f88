package io.daybook.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * What is connected to a book, and how each connection stands.
 *
 * @param asOf when this was read
 * @param asked what was just asked for, if anything was
 * @param formKey what its forms carry
 * @param href of the page itself
 * @param connectHref where another is connected, for those who may
 * @param liveHref of the part that refreshes itself
 */
public record ConnectionsView(
    String book,
    Moment asOf,
    Optional<String> asked,
    String formKey,
    String href,
    Optional<String> connectHref,
    String liveHref,
    List<Row> rows) {
  /**
   * A connection.
   *
   * @param element the id of its heading
   * @param platform its name as people write it
   * @param account the account there
   * @param state how it stands, in a word or two
   * @param trouble why its API is not asked or fails, in sentences
   * @param href of its page, for those who may change it
   * @param retryHref where its API is asked at once, for those who may
   * @param webhook when the last one came
   * @param missed what sweeps found and no webhook had told
   * @param subscriptions of webhooks, and how often they were made again
   * @param remarks what a person should know, a sentence each
   */
  public record Row(
      String element,
      String name,
      String platform,
      String account,
      Badge state,
      Optional<String> trouble,
      Optional<String> href,
      Optional<String> retryHref,
      String webhook,
      String missed,
      String subscriptions,
      String checked,
      List<String> remarks,
      List<SweepRow> sweeps) {
    /** Copies the lists. */
    public Row {
      remarks = List.copyOf(remarks);
      sweeps = List.copyOf(sweeps);
    }
  }

  /**
   * A resource of a connection.
   *
   * @param age how long ago it was swept to its end
   * @param progress of the window that is being swept, if one is
   */
  public record SweepRow(String resource, Badge age, String progress) {}

  /** Copies the list. */
  public ConnectionsView {
    rows = List.copyOf(rows);
  }
}
