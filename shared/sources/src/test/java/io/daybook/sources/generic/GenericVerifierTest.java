package io.daybook.sources.generic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenericVerifierTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_791_200_000L);
  private static final byte[] BODY = "{\"facts\":[]}".getBytes(UTF_8);
  private static final Secret SECRET = new Secret("hush".getBytes(UTF_8));

  // printf '%s.%s' 1791200000 '{"facts":[]}' | openssl dgst -sha256 -hmac hush
  private static final String SIGNED =
      "v1=b19bec813ced6ccc4bdad8e25582c21dfbc7e0a70b6007498ce83990c70be62e";

  private static Verification verify(String time, String signature, Instant now, Secret... some) {
    Headers headers =
        new Headers(Map.of("daybook-timestamp", time, "Daybook-Signature", signature));
    return new GenericVerifier().verify(headers, BODY, List.of(some), now);
  }

  @Test
  void whatIsSignedAsThePageSaysIsGenuine() {
    Verification genuine = new Verification.Genuine("facts");
    assertThat(verify("1791200000", SIGNED, NOW, SECRET)).isEqualTo(genuine);
    assertThat(verify("1791200000", SIGNED, NOW, new Secret("x".getBytes(UTF_8)), SECRET))
        .isEqualTo(genuine);
    assertThat(verify("1791200000", "v1=" + "0".repeat(64) + ", " + SIGNED, NOW, SECRET))
        .isEqualTo(genuine);
  }

  @Test
  void theWindowIsClosedOnBothSides() {
    assertThat(verify("1791200000", SIGNED, NOW.plusSeconds(300), SECRET))
        .isInstanceOf(Verification.Genuine.class);
    assertThat(verify("1791200000", SIGNED, NOW.plusSeconds(301), SECRET))
        .isEqualTo(new Verification.Refused(Reason.TOO_OLD));
    assertThat(verify("1791200000", SIGNED, NOW.minusSeconds(301), SECRET))
        .isEqualTo(new Verification.Refused(Reason.IN_THE_FUTURE));
  }

  @Test
  void anotherTimeSecretOrFormIsRefused() {
    assertThat(verify("1791200001", SIGNED, NOW, SECRET))
        .isEqualTo(new Verification.Refused(Reason.WRONG_SIGNATURE));
    assertThat(verify("1791200000", SIGNED, NOW))
        .isEqualTo(new Verification.Refused(Reason.WRONG_SIGNATURE));
    assertThat(verify("today", SIGNED, NOW, SECRET))
        .isEqualTo(new Verification.Refused(Reason.MALFORMED_SIGNATURE));
    assertThat(verify("1791200000", SIGNED.substring(3), NOW, SECRET))
        .isEqualTo(new Verification.Refused(Reason.MALFORMED_SIGNATURE));
    assertThat(
            new GenericVerifier()
                .verify(
                    new Headers(Map.of("Daybook-Signature", SIGNED)), BODY, List.of(SECRET), NOW))
        .isEqualTo(new Verification.Refused(Reason.MISSING_HEADER));
  }
}
