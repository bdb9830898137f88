package io.daybook.sources.easypost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.signature.Hmac;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasyPostVerifierTest {
  private static final Instant NOW = Instant.parse("2026-10-12T15:00:00Z");
  private static final byte[] BODY = "{\"description\":\"tracker.updated\"}".getBytes(UTF_8);

  private static Secret secret(String text) {
    return new Secret(text.getBytes(UTF_8));
  }

  private static Verification verify(Map<String, String> headers, byte[] body, String... secrets) {
    return new EasyPostVerifier()
        .verify(
            new Headers(headers),
            body,
            List.of(secrets).stream().map(EasyPostVerifierTest::secret).toList(),
            NOW);
  }

  private static String hex(String key, String... parts) {
    byte[][] bytes =
        List.of(parts).stream().map(part -> part.getBytes(UTF_8)).toArray(byte[][]::new);
    return "hmac-sha256-hex=" + HexFormat.of().formatHex(Hmac.sign(key.getBytes(UTF_8), bytes));
  }

  private static Verification refused(Reason reason) {
    return new Verification.Refused(reason);
  }

  @Test
  void theSecretIsTakenInFormNfkdAsEasyPostsOwnLibrariesDo() {
    // printf '{"description":"tracker.updated"}' | openssl dgst -sha256 -hmac "$(printf
    // 'se\u0301cret')"
    String signature = hex("se\u0301cret", new String(BODY, UTF_8));

    assertThat(verify(Map.of("x-hmac-signature", signature), BODY, "s\u00e9cret"))
        .isEqualTo(new Verification.Genuine("tracker.updated"));
  }

  @Test
  void bothSecretsAreBelievedDuringARotation() {
    String signature = hex("old", new String(BODY, UTF_8));

    assertThat(verify(Map.of("X-Hmac-Signature", signature), BODY, "new", "old"))
        .isEqualTo(new Verification.Genuine("tracker.updated"));
    assertThat(verify(Map.of("X-Hmac-Signature", signature), BODY, "new"))
        .isEqualTo(refused(Reason.WRONG_SIGNATURE));
  }

  @Test
  void whatIsMissingMalformedOrChangedIsRefused() {
    String signature = hex("hush", new String(BODY, UTF_8));

    assertThat(verify(Map.of(), BODY, "hush")).isEqualTo(refused(Reason.MISSING_HEADER));
    assertThat(verify(Map.of("X-Hmac-Signature", "sha256=00"), BODY, "hush"))
        .isEqualTo(refused(Reason.MALFORMED_SIGNATURE));
    assertThat(verify(Map.of("X-Hmac-Signature", signature), "{}".getBytes(UTF_8), "hush"))
        .isEqualTo(refused(Reason.WRONG_SIGNATURE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-12T14:55:01Z, ''",
    "2026-10-12T15:04:59Z, ''",
    "'Mon, 12 Oct 2026 15:00:00 +0000', ''",
    "2026-10-12T14:54:59Z, TOO_OLD",
    "2026-10-12T15:05:01Z, IN_THE_FUTURE",
    "yesterday, MALFORMED_SIGNATURE"
  })
  void theSecondSchemeIsBelievedIfTheSecretAsksForItAndInItsTimeOnly(String time, String reason) {
    Map<String, String> headers =
        Map.of(
            "X-Timestamp",
            time,
            "X-Path",
            "/hooks/easypost/b.c",
            "X-Hmac-Signature-V2",
            hex("hush", time, "POST", "/hooks/easypost/b.c", new String(BODY, UTF_8)));

    assertThat(verify(headers, BODY, "v2:hush"))
        .isEqualTo(
            reason.isEmpty()
                ? new Verification.Genuine("tracker.updated")
                : refused(Reason.valueOf(reason)));
    assertThat(verify(headers, BODY, "hush")).isEqualTo(refused(Reason.MISSING_HEADER));
  }

  @Test
  void aSecretForTheSecondSchemeDoesNotBelieveTheFirst() {
    assertThat(
            verify(
                Map.of("X-Hmac-Signature", hex("hush", new String(BODY, UTF_8))), BODY, "v2:hush"))
        .isEqualTo(refused(Reason.MISSING_HEADER));
  }
}
