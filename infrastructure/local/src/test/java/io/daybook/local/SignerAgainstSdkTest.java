package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.direct.Credentials;
import io.daybook.direct.Signer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Our signatures are those of AWS's own signer. */
class SignerAgainstSdkTest {
  private static final List<String> HOSTS =
      List.of(
          "https://dynamodb.eu-central-1.amazonaws.com/",
          "https://bodies.s3.eu-central-1.amazonaws.com/blue-cup/shop/2025-03-01/abc",
          "http://127.0.0.1:8000/",
          "https://kms.eu-central-1.amazonaws.com:443/");

  @Test
  void aThousandRequestsGetTheSameSignature() {
    long seed = 20250301;
    Random random = new Random(seed);
    for (int round = 0; round < 1_000; round++) {
      URI address = URI.create(HOSTS.get(random.nextInt(HOSTS.size())));
      String service = List.of("dynamodb", "s3", "kms").get(random.nextInt(3));
      byte[] body = new byte[random.nextInt(200)];
      random.nextBytes(body);
      Instant now = Instant.ofEpochSecond(random.nextLong(4_102_444_800L));
      boolean session = random.nextBoolean();
      SdkHttpRequest theirs = sign(address, service, body, now, session, random.nextInt());
      Map<String, String> headers = new HashMap<>();
      theirs.forEachHeader((name, values) -> {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!List.of("host", "x-amz-date", "authorization", "x-amz-security-token")
            .contains(lower)) {
          headers.put(lower, values.getFirst());
        }
      });
      Credentials credentials =
          new Credentials("AKIDEXAMPLE", "the/secret+key", session ? "the/token==" : "");
      assertThat(
              new Signer("eu-central-1", service)
                  .sign(credentials, now, "POST", address, headers, body)
                  .get("authorization"))
          .as("round %d of seed %d", round, seed)
          .isEqualTo(theirs.firstMatchingHeader("Authorization").orElseThrow());
    }
  }

  private static SdkHttpRequest sign(
      URI address, String service, byte[] body, Instant now, boolean session, int header) {
    AwsCredentialsIdentity identity =
        session
            ? AwsSessionCredentialsIdentity.create("AKIDEXAMPLE", "the/secret+key", "the/token==")
            : AwsCredentialsIdentity.create("AKIDEXAMPLE", "the/secret+key");
    SdkHttpRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .putHeader("X-Amz-Target", "DynamoDB_20120810." + header)
            .putHeader("Content-Type", "application/x-amz-json-1.0")
            .build();
    return AwsV4HttpSigner.create()
        .sign(signing ->
            signing
                .identity(identity)
                .request(request)
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
        .request();
  }
}
