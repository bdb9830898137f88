package io.daybook.books.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.Bookkeeper;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.Bill;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.Told;
import io.daybook.ledger.AccountCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TellingTest {
  private static final LocalDate THE_20TH = LocalDate.of(2026, 10, 20);
  private static final Fact BILL =
      new Bill(
          new Origin("supplier", "paper"),
          new Reference("R-1"),
          1,
          ActsBook.USD,
          THE_20TH,
          THE_20TH.plusDays(14),
          List.of(new Bill.Item(Bill.Kind.EXPENSE, 4200, 0, Optional.empty())));

  @TempDir Path folder;
  private Optional<ActsBook> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(new ActsBook(folder));
  }

  private ActsBook book() {
    return opened.orElseThrow();
  }

  @Test
  void factsThatNoConnectorBringsArePostedWithALineOnTheTrail() throws Exception {
    Fact unknownLine =
        new BankLine(
            ActsBook.BANK, new BankLineId("9"), ActsBook.USD, 700, THE_20TH, "", List.of());

    Telling.Result result = book().telling().tell(List.of(BILL, unknownLine), ActsBook.KEEPER);

    assertThat(result.facts()).isEqualTo(2);
    assertThat(result.entries()).isEqualTo(2);
    assertThat(result.setbacks()).isEmpty();
    assertThat(result.discrepancies()).hasSize(1);
    assertThat(book().balance(AccountCode.of(6060), THE_20TH)).isEqualTo(4200);
    assertThat(book().trail().lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.act()).isEqualTo("told");
          assertThat(line.by()).isEqualTo("A. Keeper");
        });
    assertThat(book().telling().tell(List.of(BILL), ActsBook.KEEPER).entries()).isZero();
  }

  @Test
  void anActThatHasAVerbOfItsOwnIsRefusedAndNothingIsTold() {
    Fact told =
        new Told(Bookkeeper.own(ActsBook.BOOK), new Reference("x"), "x", "x", "x", book().now());

    assertThatThrownBy(() -> book().telling().tell(List.of(BILL, told), ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("Fact 2 is a told");
    assertThat(book().balance(AccountCode.of(6060), THE_20TH)).isZero();
    assertThatThrownBy(() -> book().telling().tell(List.of(BILL), new Who("", "because")))
        .hasMessageContaining("Who");
  }
}
