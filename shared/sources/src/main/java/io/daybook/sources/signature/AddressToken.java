package io.daybook.sources.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * A token at the end of a webhook's address, {@code ?token=…}: what stands for a signature where a platform signs nothing. It
 * says who was told the address, and nothing of the body.
 */
public final class AddressToken {
  private static final String NAME = "token=";

  private AddressToken() {}

  /** Genuine if the address's token is one of the secrets; all are compared, so that the time taken says nothing. */
  public static Verification verify(Headers headers, List<Secret> secrets, String topic) {
    Optional<String> token = headers.get(Headers.QUERY).flatMap(AddressToken::token);
    if (token.isEmpty()) {
      return new Verification.Refused(Reason.MISSING_HEADER);
    }
    byte[] claimed = token.get().getBytes(UTF_8);
    boolean found = false;
    for (Secret secret : secrets) {
      found |= MessageDigest.isEqual(secret.bytes(), claimed);
    }
    return found
        ? new Verification.Genuine(topic)
        : new Verification.Refused(Reason.WRONG_SIGNATURE);
  }

  private static Optional<String> token(String query) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(NAME) && pair.length() > NAME.length()) {
        try {
          return Optional.of(URLDecoder.decode(pair.substring(NAME.length()), UTF_8));
        } catch (IllegalArgumentException _) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
