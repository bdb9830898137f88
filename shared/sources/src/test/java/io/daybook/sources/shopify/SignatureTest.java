package io.daybook.sources.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Genuine;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verification.Refused;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final byte[] BODY = "{\"id\":1}".getBytes(UTF_8);
  private static final Secret SECRET = new Secret("hush".getBytes(UTF_8));
  private static final Secret NEXT = new Secret("hush, newly".getBytes(UTF_8));

  /** printf '{"id":1}' | openssl dgst -sha256 -hmac hush -binary | base64 */
  private static final String SIGNED = "VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=";

  /** The same with 'hush, newly'. */
  private static final String SIGNED_NEXT = "vqcur+OBw724Z/VMBLxQu39T17OJ7IvIWK2nQEvdx4U=";

  private static Verification verify(Map<String, String> headers, byte[] body, Secret... secrets) {
    return new ShopifySource().verify(new Headers(headers), body, List.of(secrets), Instant.EPOCH);
  }

  private static Map<String, String> headers(String signature) {
    return Map.of("x-shopify-hmac-sha256", signature, "x-shopify-topic", "orders/create");
  }

  @Test
  void theRightSignatureIsGenuineAndNamesTheTopic() {
    assertThat(verify(headers(SIGNED), BODY, SECRET)).isEqualTo(new Genuine("orders/create"));
  }

  @Test
  void bothSecretsServeDuringARotation() {
    assertThat(verify(headers(SIGNED), BODY, SECRET, NEXT)).isEqualTo(new Genuine("orders/create"));
    assertThat(verify(headers(SIGNED_NEXT), BODY, SECRET, NEXT))
        .isEqualTo(new Genuine("orders/create"));
    assertThat(verify(headers(SIGNED_NEXT), BODY, SECRET))
        .isEqualTo(new Refused(Reason.WRONG_SIGNATURE));
  }

  @Test
  void theNamesWithoutPrefixServeToo() {
    assertThat(
            verify(
                Map.of("Shopify-Hmac-Sha256", SIGNED, "Shopify-Topic", "orders/paid"),
                BODY,
                SECRET))
        .isEqualTo(new Genuine("orders/paid"));
  }

  @Test
  void anotherBodyIsRefused() {
    assertThat(verify(headers(SIGNED), "{\"id\":2}".getBytes(UTF_8), SECRET))
        .isEqualTo(new Refused(Reason.WRONG_SIGNATURE));
  }

  @Test
  void aSignatureCutShortIsRefused() {
    assertThat(verify(headers("AAAA"), BODY, SECRET))
        .isEqualTo(new Refused(Reason.WRONG_SIGNATURE));
    assertThat(verify(headers(""), BODY, SECRET)).isEqualTo(new Refused(Reason.WRONG_SIGNATURE));
  }

  @Test
  void aSignatureThatIsNoBase64IsRefusedAsSuch() {
    assertThat(verify(headers("no base64!"), BODY, SECRET))
        .isEqualTo(new Refused(Reason.MALFORMED_SIGNATURE));
  }

  @Test
  void aMissingHeaderIsRefusedAsSuch() {
    for (String missing : List.of("x-shopify-hmac-sha256", "x-shopify-topic")) {
      Map<String, String> headers = new HashMap<>(headers(SIGNED));
      headers.remove(missing);
      assertThat(verify(headers, BODY, SECRET)).isEqualTo(new Refused(Reason.MISSING_HEADER));
    }
  }

  @Test
  void withoutASecretNothingIsGenuine() {
    assertThat(verify(headers(SIGNED), BODY)).isEqualTo(new Refused(Reason.WRONG_SIGNATURE));
  }
}
