package io.daybook.sources.bank.bai2;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLine;
import io.daybook.events.Origin;
import io.daybook.sources.FileProblem;
import io.daybook.sources.bank.BankFile;
import io.daybook.sources.bank.BankReading;
import io.daybook.sources.bank.Read;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaiFileTest {
  private static final String FILE =
      """
      01,021000021,MERCHANT,261006,0630,1,80,,2/
      02,MERCHANT,021000021,1,261005,2359,USD,2/
      03,000123456789,,010,100000,,,015,+112050,,/
      88,100,15000,1,,400,2950,2,S,2950,0,0/
      16,142,15000,Z,,ST-9X8Y7Z6,STRIPE TRANSFER/
      88,po_1QaBcDeFgH2 JANE MILLER/
      16,475,2500,V,261005,,,1042,CHECK PAID/
      16,698,450,D,2,0,400,1,50,FEE-2026-10,,MONTHLY, SERVICE CHARGE/
      49,247950,6/
      03,9876,CAD,040,100,,/
      16,890,,,,,Balances are provisional/
      49,100,3/
      98,248050,2,11/
      99,248050,1,13/
      """;

  @Test
  void accountsOfAGroupAreReadWithContinuationsAndFundsTypes() {
    List<BankFile.Statement> read = Read.statements(FILE);

    assertThat(read)
        .extracting(one -> one.account().account())
        .containsExactly("000123456789", "9876");
    assertThat(read.getFirst().lines())
        .extracting(BankLine::amountMinor)
        .containsExactly(15000L, -2500L, -450L);
    assertThat(read.getFirst().lines().getFirst().references())
        .extracting(Object::toString)
        .containsExactly("ST-9X8Y7Z6", "po_1QaBcDeFgH2");
    assertThat(read.getFirst().lines().get(2))
        .satisfies(line -> {
          assertThat(line.code()).isEqualTo("698");
          assertThat(line.bookedOn()).isEqualTo(LocalDate.of(2026, 10, 5));
          assertThat(line.references()).extracting(Object::toString).containsExactly("FEE-2026-10");
        });
    assertThat(read.get(1).lines()).isEmpty();
  }

  @Test
  void openingAndClosingLedgerBalancesMakeAStatement() {
    assertThat(Read.statements(FILE).getFirst().statement().orElseThrow())
        .satisfies(told -> {
          assertThat(told.openingMinor()).isEqualTo(100000);
          assertThat(told.closingMinor()).isEqualTo(112050);
          assertThat(told.differenceMinor()).isZero();
        });
  }

  @Test
  @Tag("failure-44")
  void whatIsToldOfTheSameDayIsNotBooked() {
    BankFile.Statement sameDay =
        Read.statements(FILE.replace(",2359,USD,2/", ",1400,USD,3/")).getFirst();

    assertThat(sameDay.lines()).isEmpty();
    assertThat(sameDay.statement()).isEmpty();
    assertThat(sameDay.pending()).hasSize(3);
    assertThat(sameDay.version()).isLessThan(Read.statements(FILE).getFirst().version());
  }

  @Test
  void oneAccountOfSeveralIsTaken() {
    Origin account = new Origin("bank", "9876");

    assertThat(
            Read.statements(
                FILE.getBytes(StandardCharsets.UTF_8),
                new BankReading(Optional.empty(), Optional.of("9876"), Optional.of(account))))
        .singleElement()
        .satisfies(one -> assertThat(one.account()).isEqualTo(account));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "16,475,2500,V | 16,475,2600,V | 9 | 49 control total",
        "49,247950,6/ | 49,247951,6/ | 9 | 49 control total",
        "98,248050 | 98,248051 | 13 | 98 control total",
        "99,248050 | 99,248051 | 14 | 99 control total",
        "16,475,2500,V | 16,475,25.00,V | 7 | 16 amount",
        "16,475,2500,V | 16,475,2500,Q | 7 | 16 funds type",
        "16,475,2500,V | 16,001,2500,V | 7 | 16 type code",
        ",1,261005,2359 | ,2,261005,2359 | 2 | 02 group status",
        ",1,261005,2359 | ,1,261305,2359 | 2 | 02 as-of date",
        "49,247950,6/ | 48,250850,6/ | 9 | record code",
        "49,247950,6/ | 98,247950,6/ | 9 | record code",
        "03,9876,CAD | 03,,CAD | 10 | 03 account",
      })
  void whatIsNoBai2IsRefusedWithItsLineAndField(String good, String bad, int line, String field) {
    assertThat(FILE).contains(good);

    FileProblem problem = Read.problem(FILE.replace(good, bad));

    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.field()).isEqualTo(field);
  }

  @Test
  void aFileThatIsCutOffIsRefusedWhereverItEnds() {
    String[] lines = FILE.split("\n", -1);
    for (int length = 1; length < 14; length++) {
      String cut = String.join("\n", List.of(lines).subList(0, length));
      assertThat(Read.problem(cut).expected()).as("%d lines", length).contains("cut off");
    }
  }
}
