package io.daybook.sources.daybook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Opening;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.sources.FileProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningFilesTest {
  private static final String HEADER = "account,currency,amount,reference\n";

  private static OpeningFile read(byte[] bytes) {
    return OpeningFiles.read(
        "opening.csv",
        bytes,
        new Origin("daybook", "demo"),
        new Reference("cut-over"),
        LocalDate.of(2026, 10, 1),
        "jane");
  }

  private static List<Opening.Balance> balances(String text) {
    return switch (read(text.getBytes(UTF_8))) {
      case OpeningFile.Balances read -> read.opening().balances();
      case OpeningFile.Refused refused -> throw new AssertionError(refused.problem().toString());
    };
  }

  private static FileProblem problem(String text) {
    return problem(text.getBytes(UTF_8));
  }

  private static FileProblem problem(byte[] bytes) {
    return switch (read(bytes)) {
      case OpeningFile.Balances read -> throw new AssertionError(read.toString());
      case OpeningFile.Refused refused -> refused.problem();
    };
  }

  private static Opening.Balance balance(
      String account, String currency, long minor, String reference) {
    return new Opening.Balance(
        account,
        new CurrencyCode(currency),
        minor,
        reference.isEmpty() ? Optional.empty() : Optional.of(new Reference(reference)));
  }

  @Test
  @Tag("accounting-72")
  void balancesAreReadWithTheirSignsAndReferences() {
    String text =
        HEADER
            + "1010:stripe,EUR,500.00,\n1005:stripe,EUR,1200,po_1Q\n\n2100,EUR,-300.00,\"1001, first\"\n1000,JPY,500,\n";

    assertThat(balances(text))
        .containsExactly(
            balance("1010:stripe", "EUR", 50000, ""),
            balance("1005:stripe", "EUR", 120000, "po_1Q"),
            balance("2100", "EUR", -30000, "1001, first"),
            balance("1000", "JPY", 500, ""));
  }

  @Test
  void theColumnsMayStandInAnyOrderAndSpreadsheetsMayMarkTheEncoding() {
    assertThat(balances("\uFEFFreference,amount,currency,account\r\n,500.00,EUR,1010:stripe\r\n"))
        .containsExactly(balance("1010:stripe", "EUR", 50000, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1010:stripe;EUR;5 | 3 | the line | as many values as the header has columns",
        "1o1o,EUR,5.00, | 3 | account | an account such as 1010:stripe",
        "1234,EUR,5.00, | 3 | account | an account of the chart of accounts",
        "1010,euro,5.00, | 3 | currency | a currency such as EUR",
        "1010,EUR,5.001, | 3 | amount | at most 2 decimals for EUR",
        "1010,EUR,99999999999999999999, | 3 | amount | at most 2 decimals for EUR",
        "1010,EUR,, | 3 | amount | an amount such as 1200.00 or -150.00, without separators of thousands",
        "1010,EUR,`1'200.00`, | 3 | amount | an amount such as 1200.00 or -150.00, without separators of thousands",
        "\"1010,EUR,5.00, | 3 | the line | comma-separated values, quotes closed",
      })
  void aLineThatIsWrongIsNamedWithItsColumn(
      String line, int number, String field, String expected) {
    assertThat(problem(HEADER + "1000,EUR,1.00,\n" + line + "\n"))
        .isEqualTo(new FileProblem("opening.csv", number, field, expected));
  }

  @Test
  void aMissingOrFurtherColumnIsNamed() {
    assertThat(problem("account,currency,amount\n1010,EUR,5.00\n"))
        .isEqualTo(
            new FileProblem(
                "opening.csv",
                1,
                "reference",
                "a header with the columns account,currency,amount,reference"));
    assertThat(problem("account,currency,amount,reference,note\n1010,EUR,5.00,,x\n").line())
        .isEqualTo(1);
    assertThat(problem("").line()).isEqualTo(1);
  }

  @Test
  void aFileWithoutBalancesIsRefused() {
    assertThat(problem(HEADER))
        .isEqualTo(new FileProblem("opening.csv", 2, "account", "at least one balance"));
  }

  @Test
  void anotherEncodingIsRefused() {
    assertThat(problem((HEADER + "1010,EUR,5.00,Köln-1\n").getBytes(ISO_8859_1)).expected())
        .isEqualTo("text in UTF-8");
  }

  private static OpeningFile trialBalance(String text) {
    return OpeningFiles.read(
        "tb.csv",
        text.getBytes(UTF_8),
        new Origin("daybook", "demo"),
        new Reference("cut-over"),
        LocalDate.of(2026, 10, 1),
        "jane",
        Optional.of(new CurrencyCode("EUR")));
  }

  private static FileProblem trialBalanceProblem(String text) {
    return switch (trialBalance(text)) {
      case OpeningFile.Balances read -> throw new AssertionError(read.toString());
      case OpeningFile.Refused refused -> refused.problem();
    };
  }

  @Test
  @Tag("accounting-72")
  void anotherSystemsTrialBalanceIsReadWithItsOwnNamesForTheColumns() {
    OpeningFile read =
        trialBalance(
            """
            Account Code,Account Name,Debit,Credit
            1000,Bank,"1,200.00",
            2100,Deferred,,300.00
            1020,Cash,0.00,0.00
            3900,Earned,,900.00
            Total,,1200.00,1200.00
            """);

    assertThat(read)
        .isInstanceOfSatisfying(
            OpeningFile.Balances.class,
            taken ->
                assertThat(taken.opening().balances())
                    .containsExactly(
                        balance("1000", "EUR", 120000, ""),
                        balance("2100", "EUR", -30000, ""),
                        balance("3900", "EUR", -90000, "")));
  }

  @Test
  void aTrialBalanceThatIsNotReadWholeIsRefused() {
    assertThat(trialBalanceProblem("No,Debit,Credit\n1000,1.00,\n").field()).isEqualTo("account");
    assertThat(trialBalanceProblem("Code,Debit\n1000,1.00\n").field()).isEqualTo("credit");
    assertThat(trialBalanceProblem("Code,Debit,Credit,YTD\n1000,1.00,,\n").field())
        .isEqualTo("the header");
    assertThat(trialBalanceProblem("Code,Dr,Cr\n1000,1.00,\n2100,,0.99\n").expected())
        .contains("the same sum in both; they differ by 0.01 EUR");
    FileProblem thousands = trialBalanceProblem("Code,Dr,Cr\n1000,\"1,200\",\n2100,,1200\n");
    assertThat(thousands.line()).isEqualTo(2);
    assertThat(thousands.field()).isEqualTo("debit");
    assertThat(trialBalanceProblem("Code,Dr,Cr\n7777,1.00,\n").expected())
        .isEqualTo("an account of the chart of accounts");
  }
}
