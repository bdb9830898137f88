package io.daybook.sources.generic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verification.Refused;
import io.daybook.sources.Verifier;
import io.daybook.sources.signature.Hmac;
import io.daybook.sources.signature.Window;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Believes what is signed as {@code docs/sources/generic.md} says: hex of HMAC-SHA256 over the timestamp header, a dot and
 * the raw body, at most 300 seconds ago or ahead.
 */
public final class GenericVerifier implements Verifier {
  /** Seconds since 1970 at which the message was signed. */
  public static final String TIMESTAMP = "Daybook-Timestamp";

  /** {@code v1=} and 64 hexadecimal digits; several, with commas between, while a secret is rotated. */
  public static final String SIGNATURE = "Daybook-Signature";

  /** The topic of all messages. */
  static final String FACTS = "facts";

  private static final int LONGEST_HEADER = 1000;

  @Override
  public String name() {
    return "generic";
  }

  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    Optional<String> timestamp = headers.get(TIMESTAMP);
    Optional<String> signature = headers.get(SIGNATURE);
    if (timestamp.isEmpty() || signature.isEmpty()) {
      return new Refused(Reason.MISSING_HEADER);
    }
    String time = timestamp.get().strip();
    if (!time.matches("[0-9]{1,11}")
        || signature.get().length() > LONGEST_HEADER
        || !signature.get().matches("\\s*v1=[0-9a-fA-F]{64}(\\s*,\\s*v1=[0-9a-fA-F]{64})*\\s*")) {
      return new Refused(Reason.MALFORMED_SIGNATURE);
    }
    if (!isBy(secrets, signature.get(), time, body)) {
      return new Refused(Reason.WRONG_SIGNATURE);
    }
    return Window.within(Instant.ofEpochSecond(Long.parseLong(time)), now, FACTS);
  }

  /** Looks at every pair, so that the time it takes says nothing of which one fits. */
  private static boolean isBy(List<Secret> secrets, String signatures, String time, byte[] body) {
    boolean found = false;
    byte[] before = (time + ".").getBytes(UTF_8);
    for (String one : signatures.split(",", -1)) {
      byte[] claimed = HexFormat.of().parseHex(one.strip().substring(3));
      found |= Hmac.isByAny(secrets, claimed, before, body);
    }
    return found;
  }
}
