package io.daybook.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** cdk-nag's rules AwsSolutions find nothing, and every exception says why. */
class NagTest {
  @Test
  void aStageThatServesBreaksNoRule() {
    breaksNothing(Synthesised.prod());
  }

  @Test
  void aStageUnderANameOfItsOwnBreaksNoRule() {
    breaksNothing(Synthesised.dev());
  }

  @Test
  void aStageThatGoesWithItsStackBreaksNoRule() {
    breaksNothing(Synthesised.disposable());
  }

  @Test
  void everyExceptionSaysWhyInASentence() {
    int exceptions = 0;
    for (Synthesised stage : List.of(Synthesised.prod(), Synthesised.dev())) {
      for (JsonNode resource : stage.json().path("Resources")) {
        for (JsonNode rule : resource.path("Metadata").path("cdk_nag").path("rules_to_suppress")) {
          assertThat(rule.path("reason").asText()).hasSizeGreaterThan(40).endsWith(".");
          exceptions++;
        }
      }
    }
    assertThat(exceptions).isPositive();
  }

  private static void breaksNothing(Synthesised stage) {
    Annotations found = Annotations.fromStack(stage.stack());
    found.hasNoError("*", Match.stringLikeRegexp("AwsSolutions-.*"));
    found.hasNoWarning("*", Match.stringLikeRegexp("AwsSolutions-.*"));
    // A rule that cannot be evaluated says so as a warning of cdk-nag's own.
    found.hasNoWarning("*", Match.stringLikeRegexp("CdkNagValidationFailure.*"));
  }
}
