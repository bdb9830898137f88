package io.daybook.sources.shipstation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShipStationVerifierTest {
  private static final Instant NOW = Instant.parse("2026-10-12T15:00:00Z");
  private static final byte[] BODY = "{\"resource_type\":\"API_TRACK\"}".getBytes(UTF_8);
  private static final KeyPair KEYS = generated();

  private static KeyPair generated() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Secret published(String keyId) {
    RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    String line =
        PublishedKeys.line(
                keyId,
                encoder.encodeToString(key.getModulus().toByteArray()),
                encoder.encodeToString(key.getPublicExponent().toByteArray()))
            .orElseThrow();
    return new Secret(("other AQAB AQAB\n" + line).getBytes(UTF_8));
  }

  private static String sign(String time, byte[] body) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(KEYS.getPrivate());
      signature.update((time + ".").getBytes(UTF_8));
      signature.update(body);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Verification verify(String keyId, String time, String signature, byte[] body) {
    return new ShipStationVerifier()
        .verify(
            new Headers(
                Map.of(
                    "x-shipengine-rsa-sha256-key-id", keyId,
                    "x-shipengine-rsa-sha256-signature", signature,
                    "x-shipengine-timestamp", time)),
            body,
            List.of(published("key-1")),
            NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-12T15:00:00Z, ''",
    "2026-10-12T14:55:00.123Z, ''",
    "2026-10-12T15:05:00Z, ''",
    "2026-10-12T14:54:59Z, TOO_OLD",
    "2026-10-12T15:05:01Z, IN_THE_FUTURE"
  })
  void aSignatureByAPublishedKeyIsBelievedInItsTime(String time, String reason) {
    assertThat(verify("key-1", time, sign(time, BODY), BODY))
        .isEqualTo(
            reason.isEmpty()
                ? new Verification.Genuine("API_TRACK")
                : new Verification.Refused(Reason.valueOf(reason)));
  }

  @Test
  void anUnknownKeyAnotherBodyAndAnotherTimeAreRefused() {
    String time = NOW.toString();
    Verification wrong = new Verification.Refused(Reason.WRONG_SIGNATURE);

    assertThat(verify("key-2", time, sign(time, BODY), BODY)).isEqualTo(wrong);
    assertThat(verify("key-1", time, sign(time, BODY), "{}".getBytes(UTF_8))).isEqualTo(wrong);
    assertThat(verify("key-1", "2026-10-12T15:00:01Z", sign(time, BODY), BODY)).isEqualTo(wrong);
    assertThat(verify("key-1", time, "AAAA", BODY)).isEqualTo(wrong);
    assertThat(verify("other", time, sign(time, BODY), BODY)).isEqualTo(wrong);
    assertThat(verify("key-1", time, "§", BODY))
        .isEqualTo(new Verification.Refused(Reason.MALFORMED_SIGNATURE));
    assertThat(verify("key-1", "now", sign("now", BODY), BODY))
        .isEqualTo(new Verification.Refused(Reason.MALFORMED_SIGNATURE));
  }

  @Test
  void aMissingHeaderIsRefused() {
    assertThat(new ShipStationVerifier().verify(new Headers(Map.of()), BODY, List.of(), NOW))
        .isEqualTo(new Verification.Refused(Reason.MISSING_HEADER));
  }

  @ParameterizedTest
  @CsvSource({
    "token=hush, ''",
    "'a=b&token=hu%73h', ''",
    "token=other, WRONG_SIGNATURE",
    "'token=', MISSING_HEADER",
    "'', MISSING_HEADER",
    "token=%zz, MISSING_HEADER"
  })
  void versionOneIsLetInByTheTokenOfItsAddress(String query, String reason) {
    assertThat(
            new ShipStationV1Verifier()
                .verify(
                    new Headers(Map.of(Headers.QUERY, query)),
                    BODY,
                    List.of(new Secret("hush".getBytes(UTF_8))),
                    NOW))
        .isEqualTo(
            reason.isEmpty()
                ? new Verification.Genuine("API_TRACK")
                : new Verification.Refused(Reason.valueOf(reason)));
  }
}
