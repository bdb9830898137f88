package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.Dimensions;
import io.daybook.events.Origin;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By what figures are split, and what an entry has of it. */
final class DimensionTest {
  private static final Origin SHOP = new Origin("shopify", "blue-cup.myshopify.com");
  private static final SubjectId ORDER = new SubjectId(SubjectId.Kind.ORDER, SHOP, "1001");

  @ParameterizedTest
  @EnumSource
  void aWordIsReadAsItIsWritten(Dimension dimension) {
    assertThat(Dimension.parse(dimension.word())).isEqualTo(dimension);
    assertThat(dimension.word()).isEqualTo(dimension.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void anotherWordIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Dimension.parse("region"))
        .hasMessage("dimension is 'region', expected one of store, channel, location");
  }

  @Test
  void anEntryWithoutDimensionsIsOfTheStoreThatToldOfIt() {
    assertThat(Dimension.STORE.of(ORDER, Optional.empty())).isEqualTo(SHOP.toString());
    assertThat(Dimension.CHANNEL.of(ORDER, Optional.empty())).isEqualTo(Dimension.NONE);
    assertThat(Dimension.LOCATION.of(ORDER, Optional.empty())).isEqualTo(Dimension.NONE);
  }

  @Test
  void anEntrysOwnDimensionsCount() {
    Optional<Dimensions> known =
        Optional.of(
            new Dimensions(Optional.of("stripe:acct_1"), Optional.of("pos"), Optional.of("72")));
    assertThat(Dimension.STORE.of(ORDER, known)).isEqualTo("stripe:acct_1");
    assertThat(Dimension.CHANNEL.of(ORDER, known)).isEqualTo("pos");
    assertThat(Dimension.LOCATION.of(ORDER, known)).isEqualTo("72");
  }
}
