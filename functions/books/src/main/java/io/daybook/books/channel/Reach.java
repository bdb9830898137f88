package io.daybook.books.channel;

/** Which hosts a webhook may be on. */
public enum Reach {
  /** Hosts of the internet only: never this machine, its network, or the cloud's own addresses. */
  PUBLIC,
  /** Any: on a machine of one's own, for a receiver beside the hub, and only if somebody said so. */
  ANYWHERE
}
