package io.daybook.sources.magento;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verifier;
import io.daybook.sources.signature.Encoded;
import io.daybook.sources.signature.Rsa;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Believes what Adobe I/O Events signed: RSA with SHA-256 over the raw body, twice, by keys whose paths headers name. Either
 * is enough, for Adobe changes one at a time. Adobe signs for all its customers with the same keys, so that an event must
 * also name the connection's client id as its recipient. The secrets are {@link EventKeys}: nothing is fetched here. Adobe
 * signs no time, so that only identity protects against replays.
 */
public final class MagentoVerifier implements Verifier {
  private static final String CHALLENGE = "challenge=";

  @Override
  public String name() {
    return "magento";
  }

  /** Adobe asks whether an address is ours by {@code GET …?challenge=…}, and wants the word back. */
  @Override
  public Optional<String> challenge(Headers headers) {
    for (String pair : headers.get(Headers.QUERY).orElse("").split("&", 20)) {
      String word = pair.startsWith(CHALLENGE) ? pair.substring(CHALLENGE.length()) : "";
      if (word.matches("[A-Za-z0-9._~-]{1,200}")) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    boolean isSigned = false;
    boolean isReadable = false;
    boolean isGenuine = false;
    Envelope envelope = Envelope.read(body);
    for (int nth = 1; nth <= 2; nth++) {
      Optional<String> signature = headers.get("x-adobe-digital-signature-" + nth);
      Optional<String> path = headers.get("x-adobe-public-key" + nth + "-path");
      if (signature.isPresent() && path.isPresent()) {
        isSigned = true;
        Optional<byte[]> claimed = Encoded.base64(signature.get());
        isReadable |= claimed.isPresent();
        Optional<PublicKey> key = EventKeys.find(secrets, path.get(), envelope);
        isGenuine |=
            claimed.isPresent() && key.isPresent() && Rsa.isBy(key.get(), claimed.get(), body);
      }
    }
    if (!isSigned) {
      return new Verification.Refused(Reason.MISSING_HEADER);
    }
    if (!isReadable) {
      return new Verification.Refused(Reason.MALFORMED_SIGNATURE);
    }
    return isGenuine && envelope.isComplete()
        ? new Verification.Genuine(envelope.topic())
        : new Verification.Refused(Reason.WRONG_SIGNATURE);
  }
}
