package io.daybook.direct;

import io.daybook.ledger.Bytes;

/**
 * An answer, whole.
 *
 * @param status of HTTP
 * @param content never shown
 */
record Reply(int status, Bytes content) {
  byte[] body() {
    return content.toArray();
  }

  boolean succeeded() {
    return status / 100 == 2;
  }
}
