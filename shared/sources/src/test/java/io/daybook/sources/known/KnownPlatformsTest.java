package io.daybook.sources.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KnownPlatformsTest {
  @Test
  void eachIsFoundUnderItsNameAndItsLanguageIsAmongTheSources() {
    for (Platform platform : KnownPlatforms.all()) {
      assertThat(KnownPlatforms.find(platform.name())).containsSame(platform);
      assertThat(KnownPlatforms.sources().find(platform.name())).containsSame(platform.source());
    }
    assertThat(KnownPlatforms.find("nobody")).isEmpty();
    assertThat(KnownPlatforms.sources().names()).contains("bank", "daybook");
  }

  @Test
  void noTwoSecretsOfAPlatformShareANameOrAVariable() {
    for (Platform platform : KnownPlatforms.all()) {
      Set<String> names = new HashSet<>();
      Set<String> variables = new HashSet<>(List.of(Credential.WEBHOOK_VARIABLE));
      for (Credential credential : platform.credentials()) {
        assertThat(names.add(credential.name())).as(credential.name()).isTrue();
        assertThat(variables.add(credential.variable())).as(credential.variable()).isTrue();
      }
    }
  }

  @Test
  void anAddressFollowsFromTheAccountWhereItCan() {
    assertThat(new ApiAddress.OfAccount("https://%s").of("blue-cup.myshopify.com"))
        .contains(URI.create("https://blue-cup.myshopify.com"));
    assertThat(new ApiAddress.Fixed(URI.create("https://api.stripe.com")).of("acct_1"))
        .contains(URI.create("https://api.stripe.com"));
    assertThat(new ApiAddress.Given("the shop's address").of("x")).isEmpty();
    assertThat(new ApiAddress.None().of("x")).isEmpty();
  }

  @Test
  void aCredentialThatNoShellCouldHoldIsRefused() {
    assertThatThrownBy(
            () -> new Credential("token", "the token", "daybook token", Credential.Need.REQUIRED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new Credential("The Token", "the token", "DAYBOOK_TOKEN", Credential.Need.REQUIRED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
