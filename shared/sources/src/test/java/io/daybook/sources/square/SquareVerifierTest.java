package io.daybook.sources.square;

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

class SquareVerifierTest {
  private static final String URL = "https://books.example.com/hooks/square/mine.pos";
  private static final Secret KEY = new Secret("asdf1234".getBytes(UTF_8));
  private static final byte[] BODY =
      "{\"merchant_id\":\"M1\",\"type\":\"payment.updated\"}".getBytes(UTF_8);

  // openssl dgst -sha256 -hmac asdf1234 -binary over address and body, in base64.
  private static final String SIGNED = "iwXOW+O8D4cHGzoQI2DA0GcexfHEf+7LjouQ4oounHc=";

  private static Verification verify(String url, String signature, byte[] body, Secret... keys) {
    return new SquareVerifier()
        .verify(
            url,
            new Headers(Map.of("X-Square-HmacSha256-Signature", signature)),
            body,
            List.of(keys),
            Instant.EPOCH);
  }

  @Test
  void whatIsSignedOverAddressAndBodyIsGenuineUnderItsType() {
    assertThat(verify(URL, SIGNED, BODY, KEY))
        .isEqualTo(new Verification.Genuine("payment.updated"));
  }

  @Test
  void bothKeysOfARotationAreBelieved() {
    assertThat(verify(URL, SIGNED, BODY, new Secret("new".getBytes(UTF_8)), KEY))
        .isInstanceOf(Verification.Genuine.class);
  }

  @Test
  void anotherAddressBodyOrKeyIsRefused() {
    Verification wrong = new Verification.Refused(Reason.WRONG_SIGNATURE);
    assertThat(verify(URL + "/", SIGNED, BODY, KEY)).isEqualTo(wrong);
    assertThat(verify("", SIGNED, BODY, KEY)).isEqualTo(wrong);
    assertThat(verify(URL, SIGNED, (new String(BODY, UTF_8) + " ").getBytes(UTF_8), KEY))
        .isEqualTo(wrong);
    assertThat(verify(URL, SIGNED, BODY, new Secret("other".getBytes(UTF_8)))).isEqualTo(wrong);
    assertThat(verify(URL, SIGNED, BODY)).isEqualTo(wrong);
  }

  @Test
  void aMissingSignatureAndOneThatIsNoBase64AreRefused() {
    assertThat(
            new SquareVerifier()
                .verify(URL, new Headers(Map.of()), BODY, List.of(KEY), Instant.EPOCH))
        .isEqualTo(new Verification.Refused(Reason.MISSING_HEADER));
    assertThat(verify(URL, "!", BODY, KEY))
        .isEqualTo(new Verification.Refused(Reason.MALFORMED_SIGNATURE));
  }

  @Test
  void aGenuineMessageThatIsCutShortIsKeptUnderAPlainTopic() {
    assertThat(EventType.topic("{\"merch".getBytes(UTF_8))).isEqualTo("event");
    assertThat(EventType.topic("[]".getBytes(UTF_8))).isEqualTo("event");
    assertThat(EventType.topic("{\"type\":\"A b\"}".getBytes(UTF_8))).isEqualTo("event");
  }
}
