package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class MoneyTest {
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final CurrencyCode JPY = new CurrencyCode("JPY");
  private static final CurrencyCode KWD = new CurrencyCode("KWD");

  private static Money usd(long minor) {
    return new Money(minor, USD);
  }

  @Test
  void amountsOfACurrencyAreAddedAndSubtracted() {
    assertThat(usd(150).plus(usd(-30))).isEqualTo(usd(120));
    assertThat(usd(150).minus(usd(180))).isEqualTo(usd(-30));
    assertThat(usd(150).negated()).isEqualTo(usd(-150));
  }

  @Test
  @Tag("failure-31")
  void twoCurrenciesAreNeverOneAmount() {
    Money yen = new Money(1, JPY);

    assertThatIllegalArgumentException().isThrownBy(() -> usd(1).plus(yen));
    assertThatIllegalArgumentException().isThrownBy(() -> usd(1).minus(yen));
  }

  @Test
  void anOverflowIsABugAndNeverAWrongNumber() {
    Money most = usd(Long.MAX_VALUE);

    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(usd(1)));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> usd(Long.MIN_VALUE).minus(usd(1)));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> usd(Long.MIN_VALUE).negated());
  }

  @Test
  @Tag("failure-33")
  void eachCurrencyHasItsOwnDecimals() {
    assertThat(usd(-1234)).hasToString("-12.34 USD");
    assertThat(new Money(500, JPY)).hasToString("500 JPY");
    assertThat(new Money(1500, KWD)).hasToString("1.500 KWD");
    assertThat(Money.ofMajor(new BigDecimal("12.3"), USD)).isEqualTo(usd(1230));
    assertThat(Money.ofMajor(new BigDecimal("500.00"), JPY)).isEqualTo(new Money(500, JPY));
    assertThat(Money.ofMajor(new BigDecimal("1.5"), KWD).major()).isEqualTo("1.500");
  }

  @Test
  void moreDecimalsThanACurrencyHasAreRefused() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Money.ofMajor(new BigDecimal("0.5"), JPY));
  }

  @Test
  void aLegOfNothingIsRefusedUnlessItHasAValue() {
    AccountCode clearing = AccountCode.of(1010, "stripe");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Leg(clearing, USD, 0, 0, Optional.empty()));
    assertThat(new Leg(clearing, JPY, 0, 7, Optional.empty()).valueMinor()).isEqualTo(7);
    assertThat(new Leg(clearing, JPY, 7, 0, Optional.empty()).amount())
        .isEqualTo(new Money(7, JPY));
  }

  @Test
  void aCreditIsADebitTheOtherWay() {
    Leg credit = Leg.credit(AccountCode.of(4000), usd(900)).under(new Reference("order/1"));

    assertThat(credit.minor()).isEqualTo(-900);
    assertThat(credit.valueMinor()).isEqualTo(-900);
    assertThat(credit.reference()).contains(new Reference("order/1"));
  }

  @Test
  void aSumIsNothingWhenBothItsAmountsAre() {
    assertThat(new Sum(0, 0).zero()).isTrue();
    assertThat(new Sum(1, 0).zero()).isFalse();
    assertThat(new Sum(0, 1).zero()).isFalse();
  }

  @Test
  void accountsHaveFourDigitsAndAQualifierOfSafeLetters() {
    assertThat(AccountCode.parse("1010:stripe")).isEqualTo(AccountCode.of(1010, "stripe"));
    assertThat(AccountCode.of(1000).number()).isEqualTo(1000);
    assertThat(AccountCode.of(9999).number()).isEqualTo(9999);
    assertThat(AccountCode.of(1010, "a b")).hasToString("1010:a-b");
    assertThat(AccountCode.parse("1010")).hasToString("1010").isLessThan(AccountCode.of(1010, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> AccountCode.of(999));
    assertThatIllegalArgumentException().isThrownBy(() -> AccountCode.of(10_000));
    assertThatIllegalArgumentException().isThrownBy(() -> AccountCode.parse(":stripe"));
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountCode(1010, "a b"));
  }

  @Test
  void peopleReadThousandsApart() {
    assertThat(new Money(-123_456_789, new CurrencyCode("USD")).words())
        .isEqualTo("-1,234,567.89 USD");
    assertThat(new Money(99_999, new CurrencyCode("USD")).words()).isEqualTo("999.99 USD");
    assertThat(new Money(1_500, new CurrencyCode("JPY")).words()).isEqualTo("1,500 JPY");
    assertThat(new Money(1_234_567, new CurrencyCode("KWD")).words()).isEqualTo("1,234.567 KWD");
    assertThat(new Money(Long.MIN_VALUE, new CurrencyCode("USD")).words())
        .isEqualTo("-92,233,720,368,547,758.08 USD");
  }
}
