package io.daybook.statements;

import static io.daybook.statements.SampleBooks.EUR;
import static io.daybook.statements.SampleBooks.JPY;
import static io.daybook.statements.SampleBooks.KWD;
import static io.daybook.statements.SampleBooks.USD;
import static io.daybook.statements.SampleBooks.foreign;
import static io.daybook.statements.SampleBooks.leg;
import static io.daybook.statements.SampleBooks.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.Leg;
import io.daybook.ledger.ShownAccounts;
import io.daybook.ledger.Step;
import io.daybook.ledger.TrialBalance;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalTest {
  static String write(JournalFormat format, Journal journal) throws IOException {
    StringBuilder text = new StringBuilder();
    format.write(journal, text);
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("accounting-51")
  void theSmallBookReadsAsItsGoldenFile(JournalFormat format) throws IOException {
    Journal journal = Journal.asPosted("Book \"blue-cup\"", USD, SampleBooks.small());
    Golden.assertSame("small." + format.extension(), write(format, journal));
  }

  @ParameterizedTest
  @EnumSource
  void aBookWithoutEntriesIsAFileWithoutTransactions(JournalFormat format) throws IOException {
    assertThat(write(format, Journal.asPosted("Empty", JPY, List.of())))
        .contains("JPY")
        .doesNotContain("2026");
  }

  @ParameterizedTest
  @EnumSource
  void theOrderInWhichStepsAreGivenDoesNotShow(JournalFormat format) throws IOException {
    List<Step> shuffled = new ArrayList<>(SampleBooks.random(3, USD));
    String first = write(format, Journal.asPosted("Book", USD, shuffled));
    Collections.shuffle(shuffled, new Random(1));
    assertThat(write(format, Journal.asPosted("Book", USD, shuffled))).isEqualTo(first);
  }

  @Test
  void theNetJournalIsTheSameHoweverManyEntriesLedThere() {
    List<Step> detour =
        List.of(
            step(
                "order/shopify:s/1",
                1,
                "payment/1",
                "2026-10-01",
                "Paid",
                leg(1100, "", "7.00"),
                leg(2100, "", "-7.00")),
            step(
                "order/shopify:s/1",
                2,
                "payment/1",
                "2026-10-01",
                "Paid",
                leg(1100, "", "3.00"),
                leg(2100, "", "-3.00")),
            step(
                "order/shopify:s/1",
                3,
                "refund/1",
                "2026-10-02",
                "Back",
                leg(2230, "", "1.00"),
                leg(4900, "", "-1.00")),
            step(
                "order/shopify:s/1",
                4,
                "refund/1",
                "2026-10-02",
                "Back",
                leg(2230, "", "-1.00"),
                leg(4900, "", "1.00")));
    List<Step> straight =
        List.of(
            step(
                "order/shopify:s/1",
                1,
                "payment/1",
                "2026-10-01",
                "Paid",
                leg(2100, "", "-10.00"),
                leg(1100, "", "10.00")));
    assertThat(Journal.netted("Book", USD, detour))
        .isEqualTo(Journal.asPosted("Book", USD, straight));
    assertThat(Journal.asPosted("Book", USD, detour).transactions()).hasSize(4);
  }

  @Test
  void whatIsWrittenAddsUpToTheLedgersBalances() throws IOException {
    for (long seed = 1; seed <= 25; seed++) {
      List<Step> steps = SampleBooks.random(seed, USD);
      for (JournalFormat format : JournalFormat.values()) {
        for (Journal journal :
            List.of(Journal.asPosted("Book", USD, steps), Journal.netted("Book", USD, steps))) {
          assertThat(values(format, write(format, journal)))
              .as("seed %s, %s", seed, format)
              .isEqualTo(values(steps));
        }
      }
    }
  }

  /** Reads the file's postings again: account, amount, total cost. */
  private static Map<AccountCode, BigDecimal> values(JournalFormat format, String text) {
    Pattern posting =
        Pattern.compile(
            "(?m)^ +([A-Za-z]+:.*?)  +(-?[0-9.]+) ([A-Z]{3})(?: @@ ([0-9.]+) USD)?(?: .*)?$");
    Map<AccountCode, BigDecimal> values = new TreeMap<>();
    posting
        .matcher(text)
        .results()
        .forEach(found -> {
          BigDecimal amount = new BigDecimal(found.group(2));
          BigDecimal value =
              found.group(4) == null
                  ? amount
                  : new BigDecimal(found.group(4)).multiply(BigDecimal.valueOf(amount.signum()));
          values.merge(format.account(found.group(1)), value, BigDecimal::add);
        });
    values.values().removeIf(value -> value.signum() == 0);
    return values;
  }

  private static Map<AccountCode, BigDecimal> values(List<Step> steps) {
    Map<AccountCode, BigDecimal> values = new TreeMap<>();
    for (TrialBalance.Row row : SampleBooks.trialBalance(steps).rows()) {
      values.merge(row.account(), BigDecimal.valueOf(row.valueMinor(), 2), BigDecimal::add);
    }
    values.values().removeIf(value -> value.signum() == 0);
    return values;
  }

  @Test
  void aMemoThatLooksLikeSyntaxIsStillAMemo() throws IOException {
    for (String memo :
        List.of("* starred", "! pending", "(code) x", "a ; b | c", "\n\ttabbed", " ")) {
      Step step =
          step(
              "order/shopify:s/1",
              1,
              "payment/1",
              "2026-10-01",
              memo,
              leg(1100, "", "7.00"),
              leg(2100, "", "-7.00"));
      assertThat(write(JournalFormat.HLEDGER, Journal.asPosted("Book", USD, List.of(step))))
          .containsPattern("(?m)^2026-10-01 \\* (- [*!(]|a , b / c$|tabbed$|payment/1$)");
    }
    Step named =
        step(
            "order/shopify:s/1",
            1,
            "payment/1",
            "2026-10-01",
            "#1001: paid",
            leg(1100, "", "7.00"),
            leg(2100, "", "-7.00"));
    assertThat(write(JournalFormat.LEDGER, Journal.asPosted("Book", USD, List.of(named))))
        .contains("\n2026-10-01 * #1001: paid\n");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("failure-34")
  void amountsHaveTheDecimalsOfTheirCurrencyAndNoResidue(JournalFormat format) throws IOException {
    List<Step> steps =
        List.of(
            step(
                "opening/daybook:b/1",
                1,
                "opening",
                "2026-10-01",
                "Yen",
                leg(1020, "", "500", JPY),
                leg(3000, "", "-500", JPY)),
            step(
                "opening/daybook:b/2",
                1,
                "opening",
                "2026-10-01",
                "Dinar",
                foreign(1020, "", "0.003", KWD, 1),
                foreign(3000, "", "-0.003", KWD, -1)),
            step(
                "opening/daybook:b/3",
                1,
                "opening",
                "2026-10-01",
                "Euro",
                foreign(1020, "", "3.10", EUR, 495),
                foreign(3000, "", "-3.10", EUR, -495)));
    assertThat(write(format, Journal.asPosted("Book", JPY, steps)))
        .contains(
            " 500 JPY\n",
            " -500 JPY\n",
            " 0.003 KWD @@ 1 JPY\n",
            "-0.003 KWD @@ 1 JPY\n",
            " 3.10 EUR @@ 495 JPY\n");
  }

  @Test
  void aValueThatOneCostCannotSayIsWrittenAsTwoPostings() {
    Leg opposite = foreign(1010, "stripe", "5.00", EUR, -300);
    assertThat(Posting.all(List.of(opposite), USD, ShownAccounts.of(ChartPreset.US_GAAP)))
        .extracting(Posting::text)
        .containsExactly("5.00 EUR @@ 0.00 USD", "-3.00 USD");
    Leg valueOnly = foreign(1011, "", "0.00", EUR, 300);
    assertThat(Posting.all(List.of(valueOnly), USD, ShownAccounts.of(ChartPreset.US_GAAP)))
        .extracting(Posting::text)
        .containsExactly("3.00 USD");
  }

  @Test
  void aLegInTheBooksCurrencyIsWorthItsAmount() {
    List<Step> steps =
        List.of(
            step(
                "opening/daybook:b/1",
                1,
                "opening",
                "2026-10-01",
                "Odd",
                foreign(1020, "", "1.00", USD, 2),
                foreign(3000, "", "-1.00", USD, -2)));
    assertThatThrownBy(() -> Journal.asPosted("Book", USD, steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("opening/daybook:b/1");
  }

  @ParameterizedTest
  @EnumSource
  void everyAccountNameCanBeReadBack(JournalFormat format) {
    for (ChartOfAccounts.Account account : ChartOfAccounts.accounts()) {
      AccountCode plain = AccountCode.of(account.number());
      assertThat(format.account(format.accountName(plain))).isEqualTo(plain);
      long seed = 42;
      Random random = new Random(seed);
      for (int i = 0; i < 200; i++) {
        StringBuilder qualifier = new StringBuilder();
        for (int length = random.nextInt(1, 9); length > 0; length--) {
          qualifier.append("-._dhuA1".charAt(random.nextInt(8)));
        }
        AccountCode code = new AccountCode(account.number(), qualifier.toString());
        assertThat(format.account(format.accountName(code)))
            .as("seed %s, %s", seed, code)
            .isEqualTo(code);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNameOfNoAccountIsRefused(JournalFormat format) {
    for (String name :
        List.of(
            "",
            ":",
            "assets",
            "assets:1010",
            "Assets:1010-Other",
            "liabilities:1000 Bank",
            "a:9999 X")) {
      assertThatThrownBy(() -> format.account(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anUnknownFormatIsAnsweredWithThoseThereAre() {
    assertThat(JournalFormat.parse("HLedger")).isEqualTo(JournalFormat.HLEDGER);
    assertThatThrownBy(() -> JournalFormat.parse("gnucash"))
        .hasMessage("journal format is 'gnucash', expected one of hledger, ledger, beancount");
    assertThat(StatementFormat.parse("pdf")).isEqualTo(StatementFormat.PDF);
    assertThatThrownBy(() -> StatementFormat.parse("doc"))
        .hasMessage("statement format is 'doc', expected one of csv, xlsx, pdf");
  }

  @Test
  void aTagsValueCanBeReadBack() {
    String id = new Reference("a, [b] 50% ;é\u00a0").value();
    assertThat(PlainText.id(id)).isEqualTo("a%2c%20%5bb%5d%2050%25%20%3bé%c2%a0");
    assertThat(
            java.net.URLDecoder.decode(PlainText.id(id), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(id);
  }
}
