package io.daybook.sources.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PricesTest {
  @Test
  @Tag("accounting-9")
  void theNetIsThePriceLessThePlatformsTax() {
    assertThat(Prices.taxIncluded(11900, 0, 1900)).isEqualTo(new Prices(10000, 0));
    assertThat(Prices.taxIncluded(11900, 1190, 1710)).isEqualTo(new Prices(10000, 1000));
  }

  @Test
  void whatIsGivenAwayWhollyIsAllDiscount() {
    assertThat(Prices.taxIncluded(500, 500, 0)).isEqualTo(new Prices(500, 500));
  }

  @Test
  void taxAboveThePriceIsRefused() {
    assertThatThrownBy(() -> Prices.taxIncluded(100, 50, 51))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  @Tag("failure-26")
  void grossLessDiscountPlusTaxIsAlwaysWhatIsCharged() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      long price = random.nextLong(1_000_000);
      long discount = random.nextLong(price + 1);
      long tax = random.nextLong(price - discount + 1);
      Prices prices = Prices.taxIncluded(price, discount, tax);
      assertThat(prices.grossMinor() - prices.discountMinor() + tax)
          .as("seed %d: price %d, discount %d, tax %d", seed, price, discount, tax)
          .isEqualTo(price - discount);
      assertThat(prices.discountMinor()).as("seed %d", seed).isBetween(0L, prices.grossMinor());
    }
  }
}
