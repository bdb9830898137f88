package io.daybook.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.policy.EstimatePolicy.Breakage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share is from nothing to everything; of gift cards something is always redeemed. */
final class EstimatePolicyTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 0, 0", "10000, 3650, 10000, 9999"})
  void theLimitsThemselvesStand(int returns, int days, int disputes, int breakage) {
    EstimatePolicy policy = new EstimatePolicy(returns, days, disputes, breakage, Breakage.INCOME);
    assertThat(policy.returnsWindowDays()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 30, 0, 0, returns are -1 basis points",
    "10001, 30, 0, 0, returns are 10001 basis points",
    "0, 0, 0, 0, return window is 0 days",
    "0, 3651, 0, 0, return window is 3651 days",
    "0, 30, -1, 0, disputes are -1 basis points",
    "0, 30, 10001, 0, disputes are 10001 basis points",
    "0, 30, 0, -1, breakage are -1 basis points",
    "0, 30, 0, 10000, breakage are 10000 basis points",
  })
  void whatLiesBeyondIsRefused(int returns, int days, int disputes, int breakage, String words) {
    assertThatThrownBy(() -> new EstimatePolicy(returns, days, disputes, breakage, Breakage.STATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void aBookEstimatesNothingAtFirst() {
    assertThat(EstimatePolicy.standard())
        .isEqualTo(new EstimatePolicy(0, 30, 0, 0, Breakage.INCOME));
  }
}
