package io.daybook.sources.magento;

import static io.daybook.sources.magento.Json.bytes;
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
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MagentoVerifierTest {
  private static final String PATH = "/prod/keys/pub-key-1.pem";
  private static final KeyPair KEY = pair();
  private static final KeyPair OTHER = pair();
  private static final byte[] BODY = bytes(Json.event("sales_order_place_after", "{}"));
  private static final Verification WRONG = new Verification.Refused(Reason.WRONG_SIGNATURE);

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String sign(KeyPair pair, byte[] body) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(body);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Secret kept(String client, String path, KeyPair pair) {
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    return new Secret(EventKeys.line(client, path, pem).orElseThrow().getBytes(UTF_8));
  }

  private static Verification verify(Map<String, String> headers, byte[] body, Secret... kept) {
    return new MagentoVerifier().verify(new Headers(headers), body, List.of(kept), Instant.EPOCH);
  }

  private static Map<String, String> first(String signature) {
    return Map.of("X-Adobe-Digital-Signature-1", signature, "X-Adobe-Public-Key1-Path", PATH);
  }

  @Test
  void whatAdobeSignedForUsIsGenuineUnderItsType() {
    assertThat(verify(first(sign(KEY, BODY)), BODY, kept("client1", PATH, KEY)))
        .isEqualTo(new Verification.Genuine("com.adobe.commerce.observer.sales_order_place_after"));
  }

  @Test
  void eitherSignatureIsEnoughWhileAdobeChangesTheOther() {
    Map<String, String> headers = new HashMap<>(first(sign(OTHER, BODY)));
    headers.put("x-adobe-public-key1-path", "/prod/keys/pub-key-new.pem");
    headers.put("x-adobe-digital-signature-2", sign(KEY, BODY));
    headers.put("x-adobe-public-key2-path", PATH);
    assertThat(verify(headers, BODY, kept("client1", PATH, KEY)))
        .isInstanceOf(Verification.Genuine.class);
  }

  @Test
  void anEventForAnotherRecipientIsRefusedThoughAdobeSignedIt() {
    assertThat(verify(first(sign(KEY, BODY)), BODY, kept("client2", PATH, KEY))).isEqualTo(WRONG);
    byte[] none = bytes("{'type':'a'}");
    assertThat(verify(first(sign(KEY, none)), none, kept("client1", PATH, KEY))).isEqualTo(WRONG);
    byte[] mixed =
        bytes("[{'type':'a','recipientclientid':'client1'},{'recipientclientid':'client2'}]");
    assertThat(verify(first(sign(KEY, mixed)), mixed, kept("client1", PATH, KEY))).isEqualTo(WRONG);
  }

  @Test
  void anotherBodyKeyOrPathIsRefused() {
    assertThat(verify(first(sign(KEY, BODY)), bytes("{}"), kept("client1", PATH, KEY)))
        .isEqualTo(WRONG);
    assertThat(verify(first(sign(OTHER, BODY)), BODY, kept("client1", PATH, KEY))).isEqualTo(WRONG);
    assertThat(verify(first(sign(KEY, BODY)), BODY, kept("client1", "/prod/keys/b.pem", KEY)))
        .isEqualTo(WRONG);
    assertThat(verify(first(sign(KEY, BODY)), BODY)).isEqualTo(WRONG);
  }

  @Test
  void withoutOrWithAnUnreadableSignatureItIsSaidSo() {
    assertThat(verify(Map.of(), BODY, kept("client1", PATH, KEY)))
        .isEqualTo(new Verification.Refused(Reason.MISSING_HEADER));
    assertThat(verify(first("!"), BODY, kept("client1", PATH, KEY)))
        .isEqualTo(new Verification.Refused(Reason.MALFORMED_SIGNATURE));
  }

  @Test
  void aChallengeIsGivenBackIfItNeedsNoEscaping() {
    MagentoVerifier verifier = new MagentoVerifier();
    assertThat(
            verifier.challenge(new Headers(Map.of(Headers.QUERY, "a=b&challenge=8ec8d794-e0ab"))))
        .contains("8ec8d794-e0ab");
    assertThat(verifier.challenge(new Headers(Map.of(Headers.QUERY, "challenge=%22%7D"))))
        .isEmpty();
    assertThat(verifier.challenge(new Headers(Map.of()))).isEmpty();
  }

  @Test
  void onlyWhatIsAKeyIsKept() {
    assertThat(EventKeys.line("client1", PATH, "<html>")).isEmpty();
    assertThat(EventKeys.line("client 1", PATH, "")).isEmpty();
    assertThat(EventKeys.isPath("/prod/keys/../secret.pem")).isFalse();
    assertThat(EventKeys.isPath("//evil.example.com/keys/a.pem")).isFalse();
  }
}
