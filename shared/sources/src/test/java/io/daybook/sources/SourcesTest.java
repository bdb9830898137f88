package io.daybook.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.sources.bank.BankSource;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.sources.stripe.StripeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
  @Test
  void aSourceIsFoundByItsName() {
    StripeSource stripe = new StripeSource();
    Sources sources = Sources.of(List.of(stripe, new BankSource(), new CanonicalSource()));

    assertThat(sources.find("stripe")).contains(stripe);
    assertThat(sources.find("square")).isEmpty();
    assertThat(sources.names()).containsExactly("bank", "daybook", "stripe");
  }

  @Test
  void twoOfOneNameAreRefused() {
    assertThatThrownBy(() -> Sources.of(List.of(new BankSource(), new BankSource())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two sources are called bank");
  }
}
