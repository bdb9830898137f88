package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account as its readers see it. */
final class ShownAccountTest {
  @Test
  void aQualifierStandsAfterNumberAndTitle() {
    ShownAccount clearing = new ShownAccount("1010", "Clearing", "stripe", AccountType.ASSET);
    ShownAccount transit = new ShownAccount("1005", "Payouts in transit", "", AccountType.ASSET);
    assertThat(clearing.code()).isEqualTo("1010:stripe");
    assertThat(clearing.name()).isEqualTo("Clearing: stripe");
    assertThat(transit.code()).isEqualTo("1005");
    assertThat(transit.name()).isEqualTo("Payouts in transit");
    assertThat(transit).isLessThan(clearing);
  }

  @ParameterizedTest
  @CsvSource({
    "ASSET, ASSET, true",
    "ASSET, LIABILITY, false",
    "LIABILITY, EQUITY, false",
    "REVENUE, CONTRA_REVENUE, true",
    "CONTRA_REVENUE, REVENUE, true",
    "REVENUE, EXPENSE, false",
    "EXPENSE, OTHER, true",
    "EXPENSE, REVENUE, false",
    "OTHER, REVENUE, true",
    "OTHER, EXPENSE, true",
    "OTHER, ASSET, false",
  })
  void nothingChangesWhatIsOwnedOwedOrEarnedInAll(
      AccountType type, AccountType own, boolean allowed) {
    assertThat(type.mayBeShownAs(own)).isEqualTo(allowed);
  }

  @Test
  void theTypesAreNamedForPeople() {
    assertThat(AccountType.words())
        .isEqualTo("asset, liability, equity, revenue, contra-revenue, expense, other");
    assertThat(AccountType.ofWord("Contra-Revenue")).contains(AccountType.CONTRA_REVENUE);
    assertThat(AccountType.ofWord("profit")).isEmpty();
  }
}
