package io.daybook.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The signatures that AWS published: its Signature Version 4 test suite, and S3's examples. */
class SignerTest {
  private static final Credentials SUITE =
      new Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "");
  private static final Credentials S3 =
      new Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "");
  private static final URI EXAMPLE = URI.create("https://example.amazonaws.com/");
  private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");

  private static String suite(String method, Map<String, String> headers, String body) {
    return String.valueOf(
        new Signer("us-east-1", "service")
            .sign(SUITE, NOW, method, EXAMPLE, headers, body.getBytes(StandardCharsets.UTF_8))
            .get("authorization"));
  }

  @Test
  void theTestSuitesRequestsGetTheTestSuitesSignatures() {
    assertThat(suite("GET", Map.of(), ""))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date,"
                + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    assertThat(suite("POST", Map.of(), ""))
        .endsWith("5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    assertThat(suite("GET", Map.of("My-Header1", "value2,value2,value1"), ""))
        .as("get-header-key-duplicate")
        .endsWith("c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea");
    assertThat(
            suite(
                "POST",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "Param1=value1"))
        .as("post-x-www-form-urlencoded")
        .endsWith("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
  }

  @Test
  void s3sExampleOfGettingAnObjectGetsItsSignature() {
    String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assertThat(
            new Signer("us-east-1", "s3")
                .sign(
                    S3,
                    Instant.parse("2013-05-24T00:00:00Z"),
                    "GET",
                    URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                    Map.of("Range", "bytes=0-9", "x-amz-content-sha256", empty),
                    new byte[0])
                .get("authorization"))
        .endsWith("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  @Test
  void aSessionsTokenIsSignedAndSentAndNoSecretIsShown() {
    Credentials session = new Credentials("AKIDEXAMPLE", "the secret", "the token");
    Map<String, String> signed =
        new Signer("us-east-1", "dynamodb")
            .sign(session, NOW, "POST", EXAMPLE, Map.of(), new byte[0]);
    assertThat(signed)
        .containsEntry("x-amz-security-token", "the token")
        .containsEntry("x-amz-date", "20150830T123600Z")
        .doesNotContainKey("host");
    assertThat(signed.get("authorization"))
        .contains("SignedHeaders=host;x-amz-date;x-amz-security-token,")
        .doesNotContain("the secret");
    assertThat(session.toString()).doesNotContain("the secret").doesNotContain("the token");
  }

  @Test
  void whatWouldHaveToBeEscapedIsRefused() {
    Signer signer = new Signer("us-east-1", "s3");
    for (String address : new String[] {"https://a/b%20c", "https://a/b+c", "https://a/b?c=d"}) {
      assertThatThrownBy(
              () -> signer.sign(SUITE, NOW, "PUT", URI.create(address), Map.of(), new byte[0]))
          .as(address)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
