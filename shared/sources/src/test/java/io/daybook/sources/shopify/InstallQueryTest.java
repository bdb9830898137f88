package io.daybook.sources.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.Secret;
import io.daybook.sources.shopify.InstallQuery.Looked;
import io.daybook.sources.signature.Hmac;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstallQueryTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_792_483_200L);
  private static final String BODY =
      "code=c1&host=YWRtaW4%3D&shop=blue-cup.myshopify.com&state=s1&timestamp=1792483200";

  private static List<Secret> hush(String... secrets) {
    return List.of(secrets).stream().map(text -> new Secret(text.getBytes(UTF_8))).toList();
  }

  private static String signed(String body) {
    byte[] hmac = Hmac.sign("hush".getBytes(UTF_8), body.getBytes(UTF_8));
    return body + "&hmac=" + HexFormat.of().formatHex(hmac);
  }

  @Test
  void whatShopifySignsIsBelievedInAnyOrderAndUnderTheSecretBefore() {
    String hmac = signed(BODY).substring(BODY.length() + 1);
    String shuffled =
        "timestamp=1792483200&"
            + hmac
            + "&state=s1&shop=blue-cup.myshopify.com&code=c1&host=YWRtaW4%3D";
    for (String query : List.of(signed(BODY), shuffled)) {
      assertThat(InstallQuery.look(query, hush("newer", "hush"), NOW))
          .isInstanceOfSatisfying(
              Looked.Genuine.class,
              genuine -> {
                assertThat(genuine.shop()).isEqualTo("blue-cup.myshopify.com");
                assertThat(genuine.value("code")).contains("c1");
                assertThat(genuine.value("host")).contains("YWRtaW4=");
              });
    }
    assertThat(InstallQuery.look(signed(BODY), hush("other"), NOW))
        .isInstanceOf(Looked.Refused.class);
  }

  @Test
  void theTimeMayLieTenMinutesApartToEitherSide() {
    for (Duration apart : List.of(InstallQuery.WINDOW, InstallQuery.WINDOW.negated())) {
      assertThat(InstallQuery.look(signed(BODY), hush("hush"), NOW.plus(apart)))
          .isInstanceOf(Looked.Genuine.class);
      assertThat(
              InstallQuery.look(
                  signed(BODY),
                  hush("hush"),
                  NOW.plus(apart).plusSeconds(apart.isNegative() ? -1 : 1)))
          .isInstanceOf(Looked.Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop=evil.example&timestamp=1792483200",
        "shop=blue-cup.myshopify.com",
        "shop=blue-cup.myshopify.com&timestamp=99999999999999999999",
        "shop=blue-cup.myshopify.com&timestamp=-1",
        "shop=blue-cup.myshopify.com&shop=red.myshopify.com&timestamp=1792483200",
        "timestamp=1792483200",
        "%zz=1&shop=&timestamp=1792483200",
        ""
      })
  void whatIsSignedAndIsNoInstallationIsRefusedAllTheSame(String body) {
    assertThat(InstallQuery.look(signed(body), hush("hush"), NOW))
        .isInstanceOf(Looked.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&hmac=", "&hmac=xyz", "&hmac=00", "&HMAC=00", "&hmac=00&hmac=11"})
  void withoutItsSignatureNothingIsBelieved(String end) {
    assertThat(InstallQuery.look(BODY + end, hush("hush"), NOW)).isInstanceOf(Looked.Refused.class);
    assertThat(InstallQuery.look(signed(BODY) + "x".repeat(5_000), hush("hush"), NOW))
        .isInstanceOf(Looked.Refused.class);
  }
}
