package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.PolicyChange.Setting;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.ledger.policy.RecognitionPolicy.Shipping;
import io.daybook.ledger.policy.RecognitionPolicy.Trigger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One version of the rules holds the policy of every day (decision 30). */
final class DatedPolicyTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  private static final Rules RULES =
      new Rules(
          0,
          new CurrencyCode("USD"),
          ZoneOffset.UTC,
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Policy.standard());

  private static List<Setting> set(String name, String value) {
    return List.of(new Setting(name, value));
  }

  @Test
  void aChangeHoldsFromItsDayUntilAnotherSaysOtherwise() {
    Rules rules =
        RULES
            .changed(Optional.of(NOVEMBER), set("recognition.trigger", "DELIVERY"))
            .changed(Optional.of(NOVEMBER.plusDays(9)), set("recognition.trigger", "SHIPMENT"));

    assertThat(rules.policyOn(NOVEMBER.minusDays(1)).recognition().trigger())
        .isEqualTo(Trigger.SHIPMENT);
    assertThat(rules.policyOn(NOVEMBER).recognition().trigger()).isEqualTo(Trigger.DELIVERY);
    assertThat(rules.policyOn(NOVEMBER.plusDays(8)).recognition().trigger())
        .isEqualTo(Trigger.DELIVERY);
    assertThat(rules.policyOn(NOVEMBER.plusDays(9)).recognition().trigger())
        .isEqualTo(Trigger.SHIPMENT);
    assertThat(rules.on(NOVEMBER).policy()).isEqualTo(rules.policyOn(NOVEMBER));
    assertThat(RULES.on(NOVEMBER)).isSameAs(RULES);
  }

  @Test
  void whatWasSetFromALaterDayHoldsFromThatDayAllTheSame() {
    Rules rules =
        RULES
            .changed(Optional.of(NOVEMBER), set("recognition.trigger", "DELIVERY"))
            .changed(Optional.of(OCTOBER), set("recognition.shipping", "LAST_PARCEL"))
            .changed(Optional.empty(), set("claims.waitingDays", "14"));

    assertThat(rules.policy().claims().waitingDays()).isEqualTo(14);
    assertThat(rules.policy().recognition().shipping()).isEqualTo(Shipping.FIRST_PARCEL);
    assertThat(rules.policyOn(OCTOBER).recognition().shipping()).isEqualTo(Shipping.LAST_PARCEL);
    assertThat(rules.policyOn(OCTOBER).recognition().trigger()).isEqualTo(Trigger.SHIPMENT);
    Policy november = rules.policyOn(NOVEMBER);
    assertThat(november.recognition().trigger()).isEqualTo(Trigger.DELIVERY);
    assertThat(november.recognition().shipping()).isEqualTo(Shipping.LAST_PARCEL);
    assertThat(november.claims().waitingDays()).isEqualTo(14);
  }

  @Test
  void theOrderInWhichTwoDaysAreSetMakesNoDifference() {
    Optional<LocalDate> first = Optional.of(OCTOBER);
    Optional<LocalDate> second = Optional.of(NOVEMBER);
    List<Setting> last = set("recognition.shipping", "LAST_PARCEL");
    List<Setting> delivery = set("recognition.trigger", "DELIVERY");

    assertThat(RULES.changed(second, delivery).changed(first, last))
        .isEqualTo(RULES.changed(first, last).changed(second, delivery));
  }

  @Test
  void aVersionIsReadAsItWasWritten() {
    RulesVersions versions =
        new RulesVersions(new MemoryStores(Clock.systemUTC()).state(new Book("b")));
    Rules written =
        versions.amend(
            RULES, rules -> rules.changed(Optional.of(NOVEMBER), set("rounding.capMinor", "9")));

    assertThat(versions.version(written.version())).isEqualTo(written);
    assertThat(versions.current()).hasValue(written);
  }
}
