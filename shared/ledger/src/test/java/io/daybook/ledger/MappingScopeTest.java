package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may split an account is what all who post to it know. */
final class MappingScopeTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1000, false, false, false, false",
    "1010, false, false, true, false",
    "1100, false, false, false, false",
    "1210, false, false, true, false",
    "1310, true, true, false, true",
    "2010, false, false, false, true",
    "2100, true, false, false, false",
    "2230, false, false, false, false",
    "3999, false, false, false, false",
    "4000, true, true, false, true",
    "4010, true, false, false, true",
    "4910, true, false, false, true",
    "5000, true, true, false, true",
    "6000, true, false, false, false",
  })
  void anAccountIsSplitByWhatBothSidesKnow(
      int number, boolean place, boolean product, boolean tender, boolean jurisdiction) {
    assertThat(MappingScope.of(number))
        .isEqualTo(new MappingScope(place, product, tender, jurisdiction));
  }
}
