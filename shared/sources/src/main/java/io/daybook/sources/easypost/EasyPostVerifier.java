package io.daybook.sources.easypost;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verifier;
import io.daybook.sources.shipping.TopLevel;
import io.daybook.sources.signature.Hmac;
import io.daybook.sources.signature.Window;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Believes what EasyPost signed: {@code X-Hmac-Signature: hmac-sha256-hex=…} over the raw body, under the secret in Unicode's
 * form NFKD (as EasyPost's own libraries do). A secret that begins with {@value #SECOND} asks for the second scheme instead:
 * {@code X-Hmac-Signature-V2} over {@code X-Timestamp}, the method, {@code X-Path} and the body, not older or newer than five
 * minutes.
 */
public final class EasyPostVerifier implements Verifier {
  /** What a secret begins with that is for the second scheme. */
  static final String SECOND = "v2:";

  private static final String PREFIX = "hmac-sha256-hex=";

  @Override
  public String name() {
    return "easypost";
  }

  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    List<Secret> first = new ArrayList<>();
    List<Secret> second = new ArrayList<>();
    for (Secret secret : secrets) {
      String text = new String(secret.bytes(), UTF_8);
      if (text.startsWith(SECOND) && text.length() > SECOND.length()) {
        second.add(normalised(text.substring(SECOND.length())));
      } else {
        first.add(normalised(text));
      }
    }
    // Two schemes at once only while a secret is rotated from the one to the other.
    Verification refused = new Verification.Refused(Reason.MISSING_HEADER);
    if (!second.isEmpty()) {
      refused = second(headers, body, second, now);
    }
    return first.isEmpty() || refused instanceof Verification.Genuine
        ? refused
        : first(headers, body, first);
  }

  private static Secret normalised(String text) {
    return new Secret(Normalizer.normalize(text, Normalizer.Form.NFKD).getBytes(UTF_8));
  }

  private static Verification first(Headers headers, byte[] body, List<Secret> secrets) {
    Optional<String> header = headers.get("X-Hmac-Signature");
    if (header.isEmpty()) {
      return new Verification.Refused(Reason.MISSING_HEADER);
    }
    Optional<byte[]> signature = signature(header.get());
    if (signature.isEmpty()) {
      return new Verification.Refused(Reason.MALFORMED_SIGNATURE);
    }
    return Hmac.isByAny(secrets, signature.get(), body)
        ? new Verification.Genuine(topic(body))
        : new Verification.Refused(Reason.WRONG_SIGNATURE);
  }

  private static Verification second(
      Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    Optional<String> header = headers.get("X-Hmac-Signature-V2");
    Optional<String> time = headers.get("X-Timestamp");
    Optional<String> path = headers.get("X-Path");
    if (header.isEmpty() || time.isEmpty() || path.isEmpty()) {
      return new Verification.Refused(Reason.MISSING_HEADER);
    }
    Optional<byte[]> signature = signature(header.get());
    Optional<Instant> signed = time(time.get());
    if (signature.isEmpty() || signed.isEmpty()) {
      return new Verification.Refused(Reason.MALFORMED_SIGNATURE);
    }
    byte[] before = (time.get() + "POST" + path.get()).getBytes(UTF_8);
    return Hmac.isByAny(secrets, signature.get(), before, body)
        ? Window.within(signed.get(), now, topic(body))
        : new Verification.Refused(Reason.WRONG_SIGNATURE);
  }

  private static Optional<byte[]> signature(String header) {
    String hex = header.strip();
    return hex.matches(PREFIX + "[0-9a-fA-F]{64}")
        ? Optional.of(HexFormat.of().parseHex(hex.substring(PREFIX.length())))
        : Optional.empty();
  }

  /** As in a header of HTTP or as ISO 8601: both are seen. */
  private static Optional<Instant> time(String text) {
    for (DateTimeFormatter format :
        List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME)) {
      try {
        return Optional.of(OffsetDateTime.parse(text.strip(), format).toInstant());
      } catch (DateTimeException _) {
        // The next one, or none: then the signature is malformed.
      }
    }
    return Optional.empty();
  }

  private static String topic(byte[] body) {
    return TopLevel.word(body, "description");
  }
}
