package io.daybook.sources.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
  private static final byte[] BODY =
      "{\"type\":\"charge.succeeded\",\"data\":{\"type\":\"x\"}}".getBytes(UTF_8);
  private static final Secret NEW = new Secret("whsec_new".getBytes(UTF_8));
  private static final Secret OLD = new Secret("whsec_old".getBytes(UTF_8));

  private static String v1(Secret secret, long time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
      mac.update((time + ".").getBytes(UTF_8));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String header(long time, Secret... secrets) {
    StringBuilder header = new StringBuilder("t=" + time);
    for (Secret secret : secrets) {
      header.append(",").append(v1(secret, time, BODY));
    }
    return header.toString();
  }

  private static Verification verify(String header, byte[] body, Secret... secrets) {
    return new StripeSource()
        .verify(new Headers(Map.of("stripe-signature", header)), body, List.of(secrets), NOW);
  }

  private static Verification refused(Reason reason) {
    return new Verification.Refused(reason);
  }

  @Test
  void stripesOwnWayOfSigningIsAccepted() {
    // Computed with: printf '1790000000.{"type":"payout.paid"}' | openssl dgst -sha256 -hmac
    // whsec_test
    String signed =
        "t=1790000000,v1=b51f34b1b853de159cad420419fc39586d663bf509531d8473fada45b9fe271e";

    assertThat(
            verify(
                signed,
                "{\"type\":\"payout.paid\"}".getBytes(UTF_8),
                new Secret("whsec_test".getBytes(UTF_8))))
        .isEqualTo(new Verification.Genuine("payout.paid"));
  }

  @Test
  void theTopicIsTheTypeOfTheEnvelopeAndNotOneWithinIt() {
    assertThat(verify(header(NOW.getEpochSecond(), NEW), BODY, NEW))
        .isEqualTo(new Verification.Genuine("charge.succeeded"));
  }

  @Test
  void duringARotationEitherSecretAndEitherSignatureServes() {
    assertThat(verify(header(NOW.getEpochSecond(), OLD), BODY, NEW, OLD))
        .isInstanceOf(Verification.Genuine.class);
    assertThat(verify(header(NOW.getEpochSecond(), OLD, NEW), BODY, NEW))
        .isInstanceOf(Verification.Genuine.class);
  }

  @Test
  void anotherSecretOrAnotherBodyIsRefused() {
    String header = header(NOW.getEpochSecond(), OLD);

    assertThat(verify(header, BODY, NEW)).isEqualTo(refused(Reason.WRONG_SIGNATURE));
    assertThat(verify(header, "{}".getBytes(UTF_8), OLD))
        .isEqualTo(refused(Reason.WRONG_SIGNATURE));
    assertThat(verify(header, BODY)).isEqualTo(refused(Reason.WRONG_SIGNATURE));
  }

  @Test
  void aSignatureOfAnotherTimeIsRefused() {
    String header = header(NOW.getEpochSecond(), NEW).replace("t=1790000000", "t=1790000001");

    assertThat(verify(header, BODY, NEW)).isEqualTo(refused(Reason.WRONG_SIGNATURE));
  }

  @ParameterizedTest
  @CsvSource({"-300,GENUINE", "300,GENUINE", "-301,TOO_OLD", "301,IN_THE_FUTURE", "-86400,TOO_OLD"})
  void theToleranceIsFiveMinutesOnBothSides(long seconds, String outcome) {
    Verification verification = verify(header(NOW.getEpochSecond() + seconds, NEW), BODY, NEW);

    assertThat(verification)
        .isEqualTo(
            outcome.equals("GENUINE")
                ? new Verification.Genuine("charge.succeeded")
                : refused(Reason.valueOf(outcome)));
  }

  @Test
  void aMissingHeaderIsRefused() {
    assertThat(new StripeSource().verify(new Headers(Map.of()), BODY, List.of(NEW), NOW))
        .isEqualTo(refused(Reason.MISSING_HEADER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t=1790000000",
        "v1=00",
        "t=,v1=00",
        "t=soon,v1=00",
        "t=1790000000,v1=zz",
        "t=-1,v1=00"
      })
  void aHeaderThatCannotBeReadIsRefused(String header) {
    assertThat(verify(header, BODY, NEW)).isEqualTo(refused(Reason.MALFORMED_SIGNATURE));
  }

  @Test
  void theOldSchemeAloneIsNoSignature() {
    assertThat(verify(header(NOW.getEpochSecond(), NEW).replace("v1=", "v0="), BODY, NEW))
        .isEqualTo(refused(Reason.MALFORMED_SIGNATURE));
  }

  @Test
  void aBodyCutShortThatIsRightlySignedIsGenuine() {
    byte[] cut = "{\"id\":\"evt_1\",\"data\":{\"obj".getBytes(UTF_8);
    String header = "t=" + NOW.getEpochSecond() + "," + v1(NEW, NOW.getEpochSecond(), cut);

    assertThat(verify(header, cut, NEW)).isEqualTo(new Verification.Genuine("event"));
  }
}
