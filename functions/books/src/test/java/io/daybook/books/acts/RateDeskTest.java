package io.daybook.books.acts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.Bookkeeper;
import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RateDeskTest {
  private static final CurrencyCode EUR = new CurrencyCode("EUR");

  @TempDir Path folder;
  private Optional<ActsBook> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(new ActsBook(folder));
  }

  private ActsBook book() {
    return opened.orElseThrow();
  }

  private static ExchangeRate rate(String on, String rate, long version) {
    return new ExchangeRate(
        Bookkeeper.own(ActsBook.BOOK),
        EUR,
        ActsBook.USD,
        LocalDate.parse(on),
        version,
        new BigDecimal(rate),
        "Bank");
  }

  private RateDesk.Compared compare(ExchangeRate... rates) {
    return new RateDesk(book().ledger()).compare(List.of(rates));
  }

  @Test
  void aRateIsFreshKnownOrACorrection() {
    book().tell(rate("2026-10-01", "1.09", 1));
    book().tell(rate("2026-10-02", "1.08", 1));

    RateDesk.Compared compared =
        compare(
            rate("2026-10-01", "1.090", 1),
            rate("2026-10-02", "1.07", 1),
            rate("2026-11-02", "1", 1));

    assertThat(compared.known()).containsExactly(rate("2026-10-01", "1.09", 1));
    assertThat(compared.fresh()).containsExactly(rate("2026-11-02", "1", 1));
    assertThat(compared.corrections())
        .containsExactly(
            new RateDesk.Correction(rate("2026-10-02", "1.08", 1), rate("2026-10-02", "1.07", 2)));
    assertThat(compared.news())
        .containsExactly(rate("2026-11-02", "1", 1), rate("2026-10-02", "1.07", 2));
  }

  @Test
  void aCorrectionThatWasToldIsWhatTheBookHas() throws Exception {
    book().tell(rate("2026-10-01", "1.09", 1));
    var _ = book().telling().tell(compare(rate("2026-10-01", "1.10", 1)).news(), ActsBook.KEEPER);

    assertThat(compare(rate("2026-10-01", "1.10", 1)).known()).hasSize(1);
    assertThat(compare(rate("2026-10-01", "1.11", 1)).corrections())
        .extracting(one -> one.after().version())
        .containsExactly(3L);
  }
}
