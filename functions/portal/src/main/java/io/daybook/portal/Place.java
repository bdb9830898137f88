package io.daybook.portal;

/** Where the portal is served, which decides how it may be asked. */
public enum Place {
  /** Behind a function URL or a domain of one's own: always TLS, whose certificate says who is asked. */
  CLOUD,
  /** On this machine's loopback address, in plain HTTP: asked under a loopback name only (DNS rebinding). */
  LOOPBACK
}
