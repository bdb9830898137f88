package io.daybook.portal.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Somebody who is signed in.
 *
 * @param grant what this person may see
 * @param formKey what every form of this session must carry
 */
public record Session(Grant grant, String formKey) {
  /** Whether a form is one of this session's own, compared in constant time. */
  public boolean sent(String claimed) {
    return MessageDigest.isEqual(
        formKey.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
  }

  /** Shows no key. */
  @Override
  public String toString() {
    return "session of " + grant;
  }
}
