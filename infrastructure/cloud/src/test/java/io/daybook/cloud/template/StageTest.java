package io.daybook.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageTest {
  @Test
  void onlyProdServesUnlessSaidOtherwise() {
    assertThat(Stage.of("prod").care()).isEqualTo(Stage.Care.SERVING);
    assertThat(Stage.of("dev").care()).isEqualTo(Stage.Care.TRIAL);
    assertThat(Stage.of("dev", Map.of("disposable", "true")).care())
        .isEqualTo(Stage.Care.DISPOSABLE);
  }

  @Test
  void prodIsNeverDisposable() {
    refuses("prod", Map.of("disposable", "true"), "never disposable");
  }

  @Test
  void whatIsNotSaidIsAsItIsForTheStage() {
    Stage prod = Stage.of("prod");
    assertThat(prod.generation()).isEqualTo(1);
    assertThat(prod.lockDays()).isEqualTo(365);
    assertThat(prod.ingestReserved()).isEqualTo(200);
    assertThat(prod.domain()).isEqualTo(Optional.empty());
    assertThat(Stage.of("dev").lockDays()).isEqualTo(1);
    assertThat(Stage.of("dev").ingestReserved()).isZero();
  }

  @Test
  void anUnknownSettingIsRefusedWithThoseThereAre() {
    refuses("prod", Map.of("domain", "x"), "domainName");
  }

  @Test
  void aDomainNeedsItsCertificateAndTheOtherWayRound() {
    refuses("prod", Map.of("domainName", "books.example.com"), "go together");
    refuses("prod", Map.of("certificateArn", "arn:aws:acm"), "go together");
  }

  @Test
  void aNumberIsANumberAndLargeEnough() {
    for (String wrong : List.of("", "-1", "many", "1.5", "9999999")) {
      refuses("prod", Map.of("budget", wrong), "budget");
    }
    refuses("prod", Map.of("generation", "0"), "at least 1");
    assertThat(Stage.of("prod", Map.of("ingestConcurrency", "0")).ingestReserved()).isZero();
  }

  @Test
  void aNameFitsInEveryNameMadeOfIt() {
    for (String wrong : List.of("", "Prod", "1st", "-a", "a-", "a".repeat(17), "a b")) {
      refuses(wrong, Map.of(), "stage");
    }
    assertThat(Stage.of("a".repeat(16)).prefix()).isEqualTo("daybook-" + "a".repeat(16) + "-");
  }

  @Test
  void nodeIsRecentEnoughFrom20On() {
    assertThat(NodeJs.recent("v20.20.2\n")).isTrue();
    assertThat(NodeJs.recent("v24.1.0")).isTrue();
    assertThat(NodeJs.recent("v18.19.0")).isFalse();
    assertThat(NodeJs.recent("command not found")).isFalse();
  }

  private static void refuses(String name, Map<String, String> context, String says) {
    assertThatThrownBy(() -> Stage.of(name, context))
        .isInstanceOf(CannotSynthesise.class)
        .hasMessageContaining(says);
  }
}
