package io.daybook.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * How the hub does.
 *
 * @param asOf when this was read
 * @param asked what was just asked for, if anything was
 * @param formKey what its forms carry
 * @param appHref to the installation's own app, for those who run all of the hub
 */
public record OperationsView(
    Moment asOf,
    Optional<String> asked,
    String formKey,
    Optional<String> appHref,
    List<BookHealth> books) {
  /**
   * One book.
   *
   * @param lag the age of the oldest webhook that is not posted, or that none waits
   * @param reconciled when it was last reconciled, or that it never was
   * @param leftOut how many setbacks are not shown
   */
  public record BookHealth(
      String book,
      String href,
      String connectionsHref,
      String replayHref,
      String replayFrom,
      Badge lag,
      String reconciled,
      String refused,
      String duplicates,
      String failed,
      String parked,
      List<ConnectionHealth> connections,
      List<SetbackRow> setbacks,
      int leftOut) {
    /** Copies the lists. */
    public BookHealth {
      connections = List.copyOf(connections);
      setbacks = List.copyOf(setbacks);
    }
  }

  /** One connection of a book. */
  public record ConnectionHealth(
      String name,
      String source,
      Badge state,
      Optional<Moment> last,
      String age,
      String today,
      Badge lag,
      List<SweepHealth> sweeps) {
    /** Copies the list. */
    public ConnectionHealth {
      sweeps = List.copyOf(sweeps);
    }
  }

  /** How long ago a resource was swept to its end. */
  public record SweepHealth(String resource, Badge age) {}

  /** A message that was kept and not posted. Shows nothing of what it says. */
  public record SetbackRow(
      String message,
      String element,
      Badge kind,
      String connection,
      String topic,
      String receivedAt,
      String reason) {}

  /** Copies the list. */
  public OperationsView {
    books = List.copyOf(books);
  }
}
