package io.daybook.sources.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.signature.Hmac;
import io.daybook.sources.signature.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A {@code Stripe-Signature}: {@code t=…,v1=…[,v1=…]}, each v1 the hexadecimal HMAC-SHA256 of {@code t.body} under one
 * secret of the endpoint. Other schemes ({@code v0}) are left alone.
 *
 * @param time as it was signed, decimal seconds since 1970
 * @param candidates the signatures
 */
record Signature(String time, List<byte[]> candidates) {
  private static final String HEADER = "Stripe-Signature";
  private static final int LONGEST_HEADER = 4096;

  /** Whether the body is genuine. */
  static Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    Optional<String> header = headers.get(HEADER);
    if (header.isEmpty()) {
      return new Verification.Refused(Reason.MISSING_HEADER);
    }
    Optional<Signature> signature = parse(header.get());
    if (signature.isEmpty()) {
      return new Verification.Refused(Reason.MALFORMED_SIGNATURE);
    }
    return signature.get().isBy(secrets, body)
        ? Window.within(signature.get().signedAt(), now, EventType.topic(body))
        : new Verification.Refused(Reason.WRONG_SIGNATURE);
  }

  private static Optional<Signature> parse(String header) {
    if (header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    String time = "";
    List<byte[]> candidates = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      String item = part.strip();
      if (item.startsWith("t=")) {
        time = item.substring(2);
      } else if (item.matches("v1=[0-9a-f]{64}")) {
        candidates.add(HexFormat.of().parseHex(item.substring(3)));
      }
    }
    return time.matches("[0-9]{1,11}") && !candidates.isEmpty()
        ? Optional.of(new Signature(time, candidates))
        : Optional.empty();
  }

  /** Looks at every pair, so that the time it takes says nothing of which one fits. */
  private boolean isBy(List<Secret> secrets, byte[] body) {
    boolean found = false;
    byte[] before = (time + ".").getBytes(UTF_8);
    for (byte[] candidate : candidates) {
      found |= Hmac.isByAny(secrets, candidate, before, body);
    }
    return found;
  }

  private Instant signedAt() {
    return Instant.ofEpochSecond(Long.parseLong(time));
  }
}
