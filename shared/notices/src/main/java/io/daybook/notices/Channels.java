package io.daybook.notices;

import java.util.List;

/**
 * The ways that a hub has to tell people.
 *
 * @param mail to mailboxes
 * @param topic to the hub's topic
 * @param webhook to programs
 * @param log to the hub's file
 * @param own where the hub tells what nobody gave a place for
 */
public record Channels(
    Channel mail, Channel topic, Channel webhook, Channel log, List<Destination> own) {
  /** Copies the list. */
  public Channels {
    own = List.copyOf(own);
  }

  /** The channel that serves a place. */
  public Channel of(Destination place) {
    return switch (place) {
      case Destination.Mail _ -> mail;
      case Destination.Topic _ -> topic;
      case Destination.Webhook _ -> webhook;
      case Destination.Log _ -> log;
    };
  }

  /** Where a kind is told. */
  public List<Destination> places(Preferences wish) {
    return wish.to().isEmpty() ? own : wish.to();
  }
}
