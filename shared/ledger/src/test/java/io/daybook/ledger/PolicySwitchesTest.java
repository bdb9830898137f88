package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.PolicyChange.Setting;
import io.daybook.ledger.policy.RecognitionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicySwitchesTest {
  private static Policy set(String name, String value) {
    return PolicySwitches.set(Policy.standard(), List.of(new Setting(name, value)));
  }

  @Test
  void everySwitchIsExplainedAndAnUntouchedPolicyStandsAtItsDefaults() {
    assertThat(PolicySwitches.of(Policy.standard()))
        .hasSizeGreaterThan(20)
        .allSatisfy(one -> {
          assertThat(one.meaning()).isNotBlank();
          assertThat(one.value()).isEqualTo(one.standard());
        });
  }

  @Test
  void aWordIsTakenInAnyCaseAndANumberAndJsonAsTheyAre() {
    assertThat(set("recognition.trigger", "delivery").recognition().trigger())
        .isEqualTo(RecognitionPolicy.Trigger.DELIVERY);
    assertThat(set("recognition.shipping", "last-parcel").recognition().shipping())
        .isEqualTo(RecognitionPolicy.Shipping.LAST_PARCEL);
    assertThat(set("claims.waitingDays", "14").claims().waitingDays()).isEqualTo(14);
    assertThat(set("delivery.transitDaysBy", "{\"dhl\":3}").delivery().transitDaysBy())
        .containsEntry("dhl", 3);
  }

  /** The words of a switch are compared and printed: they must not depend on the process that writes them. */
  @Test
  void whatIsKeptByNameIsWrittenInTheOrderOfTheNames() {
    assertThat(PolicySwitches.of(set("delivery.transitDaysBy", "{\"ups\":2,\"dhl\":3,\"gls\":4}")))
        .filteredOn(one -> one.name().equals("delivery.transitDaysBy"))
        .extracting(PolicySwitches.Switch::value)
        .containsExactly("{\"dhl\":3,\"gls\":4,\"ups\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recognition.moon | FULL | is unknown, expected one of recognition.trigger",
        "recognition.trigger | TELEPATHY | expected one of SHIPMENT, DELIVERY",
        "claims.waitingDays | soon | expected a whole number such as 7",
        "claims.waitingDays | {} | expected a whole number such as 7",
        "claims.waitingDays | 1.5 | claims.waitingDays",
        "delivery.transitDays | -1 | expected at least 0",
        "tax.rules | [] | expected JSON like its default",
        "recognition.agentCommission | {\"books\":20000} | expected 0 to 10000"
      })
  void whatASwitchCannotBeIsRefusedWithWhatWasExpected(String name, String value, String expected) {
    assertThatThrownBy(() -> set(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void aPresetSetsWhatCountriesDifferInAndLeavesTheRest() {
    Policy mine = set("claims.waitingDays", "14");

    Policy british = PolicySwitches.set(mine, PolicySwitches.preset(Policy.unitedKingdom()));

    assertThat(british).isEqualTo(Policy.unitedKingdom().with(mine.claims()));
    assertThat(PolicySwitches.set(british, PolicySwitches.preset(Policy.unitedStates())))
        .isEqualTo(Policy.unitedStates().with(mine.claims()));
    assertThat(PolicySwitches.changes(mine, mine)).isEmpty();
  }
}
