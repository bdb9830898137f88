package io.daybook.sources.shipstation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verifier;
import io.daybook.sources.shipping.TopLevel;
import io.daybook.sources.signature.Encoded;
import io.daybook.sources.signature.Rsa;
import io.daybook.sources.signature.Window;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Believes what ShipStation's version 2, or ShipEngine, signed: RSA with SHA-256 over the timestamp, a dot and the raw body,
 * by a key of the id that a header names. The secrets are {@link PublishedKeys}, fetched when the account is connected and
 * with each sweep: nothing is fetched here. A key id that is not among them is refused as a wrong signature, so that the
 * connection is read anew.
 */
public final class ShipStationVerifier implements Verifier {

  @Override
  public String name() {
    return "shipstation";
  }

  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    Optional<String> keyId = headers.get("X-ShipEngine-RSA-SHA256-Key-Id");
    Optional<String> signature = headers.get("X-ShipEngine-RSA-SHA256-Signature");
    Optional<String> time = headers.get("X-ShipEngine-Timestamp");
    if (keyId.isEmpty() || signature.isEmpty() || time.isEmpty()) {
      return new Verification.Refused(Reason.MISSING_HEADER);
    }
    Optional<byte[]> claimed = Encoded.base64(signature.get());
    Optional<Instant> signed = time(time.get());
    if (claimed.isEmpty() || signed.isEmpty()) {
      return new Verification.Refused(Reason.MALFORMED_SIGNATURE);
    }
    Optional<PublicKey> key = PublishedKeys.find(secrets, keyId.get());
    return key.isPresent()
            && Rsa.isBy(key.get(), claimed.get(), (time.get() + ".").getBytes(UTF_8), body)
        ? Window.within(signed.get(), now, TopLevel.word(body, "resource_type"))
        : new Verification.Refused(Reason.WRONG_SIGNATURE);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
