package io.daybook.sources.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Genuine;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verification.Refused;
import io.daybook.sources.Verifier;
import io.daybook.sources.signature.Encoded;
import io.daybook.sources.signature.Hmac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Believes what Square signed: base64 of HMAC-SHA256 over the notification URL, byte for byte as it was subscribed, and
 * the raw body ({@code PLATFORMS.md} 2.4). It signs no time, so that only identity protects against replays.
 */
public final class SquareVerifier implements Verifier {
  private static final String SIGNATURE = "x-square-hmacsha256-signature";

  @Override
  public String name() {
    return "square";
  }

  /** Without an address nothing that Square signs fits. */
  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return verify("", headers, body, secrets, now);
  }

  /** Square signs no time, so that {@code now} decides nothing. */
  @Override
  public Verification verify(
      String address, Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    Optional<String> signature = headers.get(SIGNATURE);
    if (signature.isEmpty()) {
      return new Refused(Reason.MISSING_HEADER);
    }
    Optional<byte[]> claimed = Encoded.base64(signature.get());
    if (claimed.isEmpty()) {
      return new Refused(Reason.MALFORMED_SIGNATURE);
    }
    return Hmac.isByAny(secrets, claimed.get(), address.getBytes(UTF_8), body)
        ? new Genuine(EventType.topic(body))
        : new Refused(Reason.WRONG_SIGNATURE);
  }
}
