package io.daybook.sources.platform;

/** How a platform's webhooks are believed. */
public sealed interface Webhooks {
  /**
   * By a secret that both know; two are believed during a rotation.
   *
   * @param secret what to ask for; optional where a connection may do without webhooks
   */
  record Signed(Credential secret) implements Webhooks {}

  /** By something that is no secret of the person's, such as the platform's public keys. */
  record Keyed() implements Webhooks {}

  /** It sends none: it is only asked. */
  record None() implements Webhooks {}
}
