package io.daybook.sources.shippo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verifier;
import io.daybook.sources.shipping.TopLevel;
import io.daybook.sources.signature.AddressToken;
import io.daybook.sources.signature.Hmac;
import io.daybook.sources.signature.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Believes Shippo in the two ways that it documents (docs.goshippo.com, webhook security): {@code Shippo-Auth-Signature:
 * t=…,v1=…}, hexadecimal HMAC-SHA256 over time, dot and raw body, which Shippo sets up on request; else a token in the
 * address. A connection that has a secret for signatures, which begins with {@value #SIGNED}, is never believed by a token.
 */
public final class ShippoVerifier implements Verifier {
  /** What a secret begins with that signs; any other is a token. */
  static final String SIGNED = "hmac:";

  private static final int LONGEST_HEADER = 1024;

  @Override
  public String name() {
    return "shippo";
  }

  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    String topic = TopLevel.word(body, "event");
    List<Secret> signing = new ArrayList<>();
    for (Secret secret : secrets) {
      String text = new String(secret.bytes(), UTF_8);
      if (text.startsWith(SIGNED) && text.length() > SIGNED.length()) {
        signing.add(new Secret(text.substring(SIGNED.length()).getBytes(UTF_8)));
      }
    }
    return signing.isEmpty()
        ? AddressToken.verify(headers, secrets, topic)
        : signed(headers, body, signing, now, topic);
  }

  private static Verification signed(
      Headers headers, byte[] body, List<Secret> secrets, Instant now, String topic) {
    Optional<String> header = headers.get("Shippo-Auth-Signature");
    if (header.isEmpty()) {
      return new Verification.Refused(Reason.MISSING_HEADER);
    }
    String time = "";
    List<byte[]> signatures = new ArrayList<>();
    if (header.get().length() <= LONGEST_HEADER) {
      for (String part : header.get().split(",", -1)) {
        String item = part.strip();
        if (item.matches("t=[0-9]{1,11}")) {
          time = item.substring(2);
        } else if (item.matches("v1=[0-9a-fA-F]{64}")) {
          signatures.add(HexFormat.of().parseHex(item.substring(3)));
        }
      }
    }
    if (time.isEmpty() || signatures.isEmpty()) {
      return new Verification.Refused(Reason.MALFORMED_SIGNATURE);
    }
    boolean found = false;
    for (byte[] signature : signatures) {
      found |= Hmac.isByAny(secrets, signature, (time + ".").getBytes(UTF_8), body);
    }
    return found
        ? Window.within(Instant.ofEpochSecond(Long.parseLong(time)), now, topic)
        : new Verification.Refused(Reason.WRONG_SIGNATURE);
  }
}
