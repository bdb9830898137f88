package io.daybook.statements;

import static io.daybook.statements.SampleBooks.JPY;
import static io.daybook.statements.SampleBooks.KWD;
import static io.daybook.statements.SampleBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.Money;
import io.daybook.ledger.Step;
import io.daybook.ledger.TrialBalance;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real tools accept the journals and read the same balances out of them, account by account. Where a tool is not
 * installed its tests are skipped, saying so; with {@code DAYBOOK_REQUIRE_TOOLS=1} they fail instead.
 */
class JournalToolsTest {
  @TempDir Path folder;

  private record Holding(AccountCode account, CurrencyCode currency)
      implements Comparable<Holding> {
    @Override
    public int compareTo(Holding other) {
      int byAccount = account.compareTo(other.account);
      return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
    }
  }

  static Stream<Arguments> books() {
    return Stream.of(
        Arguments.of("the small book", USD, SampleBooks.small()),
        Arguments.of("seed 1", USD, SampleBooks.random(1, USD)),
        Arguments.of("seed 2", JPY, SampleBooks.random(2, JPY)),
        Arguments.of("seed 3", KWD, SampleBooks.random(3, KWD)),
        Arguments.of("no entries", USD, List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("books")
  void hledgerAgrees(String name, CurrencyCode book, List<Step> steps) throws Exception {
    require("hledger");
    String file = write(JournalFormat.HLEDGER, name, book, steps);
    run("hledger", "-f", file, "check", "--strict");
    run("hledger", "-f", file, "check", "ordereddates");
    Map<Holding, BigDecimal> amounts =
        hledger(run("hledger", "-f", file, "bal", "-N", "-O", "csv", "--layout=bare", "--flat"));
    Map<Holding, BigDecimal> values =
        hledger(
            run("hledger", "-f", file, "bal", "-N", "-O", "csv", "--layout=bare", "--flat", "-B"));
    compare(amounts, values, book, steps);
  }

  private static Map<Holding, BigDecimal> hledger(String csv) throws IOException {
    Map<Holding, BigDecimal> found = new TreeMap<>();
    for (CSVRecord row :
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv))) {
      add(
          found,
          JournalFormat.HLEDGER,
          row.get("account"),
          row.get("balance") + " " + row.get("commodity"));
    }
    return found;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("books")
  void ledgerAgrees(String name, CurrencyCode book, List<Step> steps) throws Exception {
    require("ledger");
    String file = write(JournalFormat.LEDGER, name, book, steps);
    run("ledger", "--args-only", "--pedantic", "-f", file, "bal");
    List<String> register =
        List.of("ledger", "--args-only", "--pedantic", "-f", file, "reg", "--register-format");
    String amounts = run(plus(register, "%(account)\t%(quoted(scrub(amount)))\n"));
    String values = run(plus(register, "%(account)\t%(quoted(scrub(cost)))\n"));
    compare(lines(JournalFormat.LEDGER, amounts), lines(JournalFormat.LEDGER, values), book, steps);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("books")
  void beancountAgrees(String name, CurrencyCode book, List<Step> steps) throws Exception {
    require("bean-check");
    String file = write(JournalFormat.BEANCOUNT, name, book, steps);
    assertThat(run("bean-check", file)).isEmpty();
    String amounts = run("bean-query", "-f", "csv", file, "SELECT account, position");
    String values = run("bean-query", "-f", "csv", file, "SELECT account, str(weight)");
    compare(beancount(amounts), beancount(values), book, steps);
  }

  private static Map<Holding, BigDecimal> beancount(String csv) {
    String rows =
        csv.lines().skip(1).filter(line -> line.contains(",")).collect(Collectors.joining("\n"));
    return lines(JournalFormat.BEANCOUNT, rows.replaceAll(" *, *", "\t").replaceAll(" +", " "));
  }

  private static Map<Holding, BigDecimal> lines(JournalFormat format, String lines) {
    Map<Holding, BigDecimal> found = new TreeMap<>();
    lines
        .lines()
        .forEach(line -> {
          int tab = line.indexOf('\t');
          add(
              found,
              format,
              line.substring(0, tab),
              line.substring(tab + 1).replace("\"", "").strip());
        });
    return found;
  }

  private static void add(
      Map<Holding, BigDecimal> found, JournalFormat format, String account, String amount) {
    int space = amount.indexOf(' ');
    BigDecimal number = new BigDecimal(space < 0 ? amount : amount.substring(0, space));
    if (number.signum() != 0) {
      CurrencyCode currency = new CurrencyCode(amount.substring(space + 1));
      // Beancount keeps a total cost as a cost per unit, so its values are off by some 1e-20.
      BigDecimal near = number.setScale(12, RoundingMode.HALF_UP);
      BigDecimal exact = near.setScale(Decimals.iso(currency), RoundingMode.UNNECESSARY);
      found.merge(new Holding(format.account(account), currency), exact, BigDecimal::add);
      found.values().removeIf(balance -> balance.signum() == 0);
    }
  }

  /** Foreign amounts and values in the book's currency, account by account, are those of the ledger's trial balance. */
  private static void compare(
      Map<Holding, BigDecimal> amounts,
      Map<Holding, BigDecimal> values,
      CurrencyCode book,
      List<Step> steps) {
    Map<Holding, BigDecimal> foreign = new TreeMap<>();
    Map<Holding, BigDecimal> worth = new TreeMap<>();
    for (TrialBalance.Row row : SampleBooks.trialBalance(steps).rows()) {
      worth.merge(
          new Holding(row.account(), book),
          new Money(row.valueMinor(), book).major(),
          BigDecimal::add);
      if (!row.currency().equals(book)) {
        foreign.merge(
            new Holding(row.account(), row.currency()),
            new Money(row.minor(), row.currency()).major(),
            BigDecimal::add);
      }
    }
    foreign.values().removeIf(balance -> balance.signum() == 0);
    worth.values().removeIf(balance -> balance.signum() == 0);
    amounts.keySet().removeIf(holding -> holding.currency().equals(book));
    assertThat(amounts).isEqualTo(foreign);
    assertThat(values).isEqualTo(worth);
  }

  private static String[] plus(List<String> command, String last) {
    return Stream.concat(command.stream(), Stream.of(last)).toArray(String[]::new);
  }

  private String write(JournalFormat format, String name, CurrencyCode book, List<Step> steps)
      throws IOException {
    Journal journal = Journal.asPosted("Café \"" + name + "\"", book, steps);
    Path file = folder.resolve("journal." + format.extension());
    Files.writeString(file, JournalTest.write(format, journal));
    return file.toString();
  }

  private static void require(String tool) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
    String advice =
        tool
            + " is not installed, so the journals were not read by it; to run this test: apt-get install "
            + (tool.equals("bean-check") ? "beancount" : tool);
    if ("1".equals(System.getenv("DAYBOOK_REQUIRE_TOOLS"))) {
      assertThat(installed).as(advice).isTrue();
    }
    if (!installed) {
      System.getLogger(JournalToolsTest.class.getName()).log(System.Logger.Level.WARNING, advice);
    }
    assumeTrue(installed, advice);
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().put("LC_ALL", "C.UTF-8");
    int exit =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start().waitFor();
    assertThat(exit).as("%s: %s", String.join(" ", command), Files.readString(errors)).isZero();
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
