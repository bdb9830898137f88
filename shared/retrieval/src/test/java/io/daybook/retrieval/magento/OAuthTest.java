package io.daybook.retrieval.magento;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.sources.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OAuthTest {
  private static final OAuth.Credentials KEYS =
      new OAuth.Credentials(secret("ck"), secret("cs"), secret("at"), secret("ats"));

  private static Secret secret(String text) {
    return new Secret(text.getBytes(UTF_8));
  }

  /** The signature was made by another implementation, Python's hmac over the base string of RFC 5849. */
  @Test
  void theSignatureIsThatOfTheStandard() {
    String header =
        OAuth.header(
            "https://shop.example.com/rest/V1/orders",
            Map.of(
                "searchCriteria[pageSize]", "100",
                "searchCriteria[filter_groups][0][filters][0][value]", "2026-10-01 00:00:00"),
            KEYS,
            "1790000000",
            "abc");
    assertThat(header)
        .startsWith("OAuth oauth_consumer_key=\"ck\", oauth_nonce=\"abc\", oauth_signature=\"")
        .contains("oauth_signature=\"QU%2FmZOBzdynzkrLKrwt1%2BKOVOUoWWXSAnv8rBogG%2BXY%3D\"")
        .endsWith("oauth_timestamp=\"1790000000\", oauth_token=\"at\", oauth_version=\"1.0\"");
  }

  @Test
  void onlyUnreservedCharactersStayAsTheyAre() {
    assertThat(OAuth.encoded("a[0] b+*~-._é")).isEqualTo("a%5B0%5D%20b%2B%2A~-._%C3%A9");
  }
}
