package io.daybook.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.local.demo.SampleShop;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.simulation.bank.BankFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The verbs by hand, one after the other, on a hub of one's own whose platforms are the stand-ins. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CommandTest {
  private static final long SEED = 11;

  /** What a verb said and how it ended. */
  private record Ran(int code, String out, String err) {
    JsonNode json() throws Exception {
      return new ObjectMapper().readTree(out);
    }
  }

  @TempDir static Path folder;
  private static Optional<SampleShop> shop = Optional.empty();

  @BeforeAll
  static void connect() throws Exception {
    SampleShop open = SampleShop.open(SEED);
    shop = Optional.of(open);
    try (Hub hub = Hub.open(HubFolder.open(data()), Optional.empty())) {
      open.connect(hub);
    }
  }

  @AfterAll
  static void stop() {
    shop.ifPresent(SampleShop::close);
  }

  private static Path data() {
    return folder.resolve("hub");
  }

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data().toString()));
    int code =
        Daybook.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  @Test
  @Order(1)
  void pullSweepsEverythingAndASecondPullFindsNothingNew() throws Exception {
    Ran first = run("pull", "--json");
    assertThat(first.code()).isZero();
    assertThat(first.json().path("swept"))
        .isNotEmpty()
        .allSatisfy(swept -> assertThat(swept.path("status").asText()).isEqualTo("done"));

    Ran second = run("pull", "--json", "--from", "2026-10-01");
    assertThat(second.code()).isZero();
    assertThat(second.json().path("swept"))
        .allSatisfy(swept -> assertThat(swept.path("kept")).isEmpty());
  }

  @Test
  @Order(2)
  void importBankTakesAFileOnce() throws Exception {
    Path file = folder.resolve("october.xml");
    Files.writeString(file, BankFile.camt053(shop.orElseThrow().month()));

    Ran first = run("import", "bank", file.toString(), "--account", "main", "--json");
    assertThat(first.code()).isZero();
    assertThat(first.json().path("newLines").asInt()).isPositive();
    Ran again = run("import", "bank", file.toString(), "--account", "main", "--json");
    assertThat(again.json().path("newLines").asInt()).isZero();
    Ran other = run("import", "bank", file.toString(), "--account", "savings");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("The file is of account 'main'");
  }

  @Test
  @Order(3)
  void reconcileProvesThePayoutsAndListsWhatItCannotExplain() throws Exception {
    assertThat(run("reconcile").out()).contains("on the exceptions list");
    JsonNode exceptions = run("exceptions", "--json").json().path("exceptions");
    assertThat(exceptions)
        .anySatisfy(one -> assertThat(one.path("kind").asText()).isEqualTo("payout-does-not-tie"))
        .anySatisfy(one -> assertThat(one.path("kind").asText()).isEqualTo("bank-line-unknown"));
    assertThat(run("exceptions").out()).contains("-17.27 USD");
  }

  @Test
  @Order(4)
  void closeShowsItsChecklistAfterABankFileWasImportedAndReconciled() throws Exception {
    JsonNode items = run("close", "2026-10", "--check", "--json").json().path("items");
    assertThat(items)
        .anySatisfy(one -> assertThat(one.path("what").asText()).isEqualTo("sweeps"))
        .anySatisfy(one -> {
          assertThat(one.path("what").asText()).isEqualTo("earlier months");
          assertThat(one.path("words").asText()).isEqualTo("All that have entries are closed.");
        });
  }

  @Test
  @Order(4)
  void statementPayoutListsAndWritesThem() throws Exception {
    JsonNode payouts = run("statement", "payout", "--json").json().path("payouts");
    assertThat(payouts)
        .hasSize(shop.orElseThrow().answers().payouts().size())
        .anySatisfy(one -> assertThat(one.path("status").asText()).isEqualTo("reconciled"));
    String id = payouts.get(0).path("id").asText();
    Path file = folder.resolve("payout.pdf");
    assertThat(run("statement", "payout", id, "--out", file.toString()).code()).isZero();
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
    assertThat(run("statement", "payout", "po_none").err())
        .contains("There is no payout 'po_none'");
  }

  @Test
  @Order(5)
  void statementTaxLeadsFromTheTaxOfTheMonthToTheBalanceOf2010() throws Exception {
    assertThat(run("statement", "tax", "--period", "2026-10").out())
        .contains("Tax due in the period, by tax point")
        .contains("balance of 2010 at the end of the period");
    JsonNode rows = run("statement", "tax", "--period", "2026-10", "--json").json().path("rows");
    BigDecimal owed = sum(rows, "What", "balance of 2010 at the end of the period", "Value");
    JsonNode balances =
        run("statement", "trial-balance", "--as-of", "2026-10-31", "--json").json().path("rows");
    long minor = 0;
    for (JsonNode row : balances) {
      if (row.path("account").asText().startsWith("2010")) {
        minor += row.path("minor").asLong();
      }
    }
    assertThat(owed).isEqualByComparingTo(BigDecimal.valueOf(-minor, 2)).isPositive();
    Path file = folder.resolve("tax.pdf");
    assertThat(
            run("statement", "tax", "--period", "2026-Q4", "--format", "pdf", "--out", file + "")
                .code())
        .isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(run("statement", "tax", "--period", "autumn").err())
        .contains("--period is 'autumn', expected a month 2026-10, a quarter 2026-Q4 or a year");
  }

  private static BigDecimal sum(JsonNode rows, String column, String value, String of) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : rows) {
      if (row.path(column).asText().equals(value)) {
        sum = sum.add(new BigDecimal(row.path(of).asText()));
      }
    }
    return sum;
  }

  @Test
  @Order(5)
  void statementPayablesAgeingIsOnTheScreenOrInAFile() throws Exception {
    assertThat(run("statement", "payables-ageing", "--as-of", "2026-10-31").out())
        .contains("Ageing of payables")
        .contains("2000 ");
    Path file = folder.resolve("ageing.xlsx");
    assertThat(
            run(
                    "statement",
                    "payables-ageing",
                    "--as-of",
                    "2026-10-31",
                    "--format",
                    "xlsx",
                    "--out",
                    file.toString())
                .code())
        .isZero();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  @Order(5)
  void statementTrialBalanceIsOnTheScreenOrInAFile() throws Exception {
    assertThat(run("statement", "trial-balance", "--as-of", "2026-10-31").out())
        .contains("1000:main")
        .contains("4000");
    Path file = folder.resolve("tb.csv");
    assertThat(
            run("statement", "trial-balance", "--as-of", "2026-10-31", "--out", file.toString())
                .code())
        .isZero();
    assertThat(file).content().startsWith("Account,Name,Type");
    assertThat(run("statement", "trial-balance", "--as-of", "October").err())
        .contains("expected a date such as 2026-10-31");
    assertThat(
            run(
                    "statement",
                    "trial-balance",
                    "--as-of",
                    "2026-10-31",
                    "--known-at",
                    "2020-01-01T00:00:00Z")
                .out())
        .contains("Every account is at zero");
  }

  @Test
  @Order(6)
  void exportWritesAJournalOfTheRange() {
    Path file = folder.resolve("october.journal");
    Ran ran =
        run(
            "export",
            "ledger",
            "--from",
            "2026-10-01",
            "--to",
            "2026-10-31",
            "--out",
            file.toString());
    assertThat(ran.code()).isZero();
    assertThat(file).content().contains("2026-10-");
    assertThat(
            run("export", "xero", "--from", "2026-10-01", "--to", "2026-10-31", "--out", "x").err())
        .contains("expected one of hledger, ledger, beancount");
  }

  @Test
  @Order(7)
  void replayFindsThatNothingChanged() throws Exception {
    Ran ran = run("replay", "--json");
    assertThat(ran.code()).isZero();
    assertThat(ran.json().path("messages").asInt()).isPositive();
    assertThat(ran.json().path("entries").asInt()).isZero();
    assertThat(run("replay", "--from", "2999-01-01").out()).contains("Replayed 0 messages");
  }

  @Test
  @Order(8)
  void aRequestThatCannotBeDoneAsAskedEndsWith2AndASentence() {
    assertThat(run("reconcile", "--book", "nobody").err()).contains("There is no book 'nobody'");
    assertThat(run("reconcile", "--book", "No Body").err()).contains("expected 1 to 40 of a-z");
    assertThat(run("pull", "nowhere").err()).contains("has no connection 'nowhere'");
    assertThat(run("import", "bank", "missing.xml", "--account", "main").err())
        .contains("missing.xml cannot be read");
    assertThat(run("invoke", "teapot", "x.json").err()).contains("There is no function 'teapot'");
    assertThat(run("connect", "paypal", "--book", "demo", "--name", "p", "--account", "a").err())
        .contains("There are: shopify, stripe");
    assertThat(run("reconcile", "--store", "oracle").err())
        .contains("there are sqlite and dynamodb-local");
    assertThat(run("reconcile", "--book", "nobody").code()).isEqualTo(2);
  }

  @Test
  @Order(20)
  void tellPostsAFileOfFactsOrRefusesItNamingLineAndField() throws Exception {
    String bill =
        """
        [{"fact":"bill","origin":"supplier:paper","id":"R-1","version":1,"currency":"USD",
          "issuedOn":"2026-10-20","dueOn":"2026-11-03",
          "items":[{"kind":"EXPENSE","minor":4200,"expectedMinor":0}]}]\
        """;
    Path good = folder.resolve("bills.json");
    Files.writeString(good, bill);
    Path bad = folder.resolve("bad.json");
    Files.writeString(bad, bill.replace("\"2026-11-03\"", "\"soon\""));

    Ran refused = run("tell", bad.toString(), "--by", "A. Keeper", "--reason", "no connector");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("bad.json:1: facts[0].dueOn: expected").contains("Nothing");
    Ran told =
        run("tell", good.toString(), "--by", "A. Keeper", "--reason", "no connector", "--json");
    assertThat(told.code()).isZero();
    assertThat(told.json().path("entries").asInt()).isEqualTo(1);
    assertThat(run("audit").out()).contains("A. Keeper").contains("told").contains("no connector");
  }

  @Test
  @Order(21)
  void allocateExplainsABankLineAndItsExceptionIsGone() throws Exception {
    JsonNode line =
        exceptions().stream()
            .filter(one -> one.path("kind").asText().equals("bank-line-unknown"))
            .findFirst()
            .orElseThrow();
    String subject = line.path("subject").asText();
    String amount = BigDecimal.valueOf(Math.abs(line.path("minor").asLong()), 2).toPlainString();

    Ran short1 = allocate(subject, "6080=0.01");
    assertThat(short1.code()).isEqualTo(2);
    assertThat(short1.err()).contains("The parts make 0.01");
    assertThat(allocate(subject, "6080=" + amount).code()).isZero();

    assertThat(exceptions())
        .noneSatisfy(one -> assertThat(one.path("subject").asText()).isEqualTo(subject));
    assertThat(run("reconcile").code()).isZero();
    assertThat(exceptions())
        .noneSatisfy(one -> assertThat(one.path("subject").asText()).isEqualTo(subject));
    assertThat(run("audit").out()).contains("bank-allocation");
  }

  private static List<JsonNode> exceptions() throws Exception {
    List<JsonNode> all = new ArrayList<>();
    run("exceptions", "--json").json().path("exceptions").forEach(all::add);
    return all;
  }

  private static Ran allocate(String line, String to) {
    return run("allocate", line, "--to", to, "--by", "A. Keeper", "--reason", "the bank's fee");
  }

  @Test
  @Order(22)
  void policyShowsTriesAndChangesSwitches() throws Exception {
    assertThat(run("policy").out())
        .contains("recognition.trigger = SHIPMENT (the default)")
        .contains("One of SHIPMENT, DELIVERY.");
    String[] change = {"policy", "--set", "recognition.shipping=last-parcel"};
    Ran tried = run(with(change, "--dry-run", "--from", "2026-10-01", "--to", "2026-10-31"));
    assertThat(tried.code()).isZero();
    assertThat(tried.out()).contains("Nothing was changed");
    assertThat(run(change).err()).contains("Who does it?");
    assertThat(run("policy", "--set", "no.such=1").err()).contains("expected one of");
    assertThat(run("policy", "--preset", "mars").err()).contains("expected us, eu or uk");

    Ran done = run(with(change, "--by", "A. Keeper", "--reason", "it is earned last", "--json"));
    assertThat(done.code()).isZero();
    assertThat(run("policy").out())
        .contains("recognition.shipping = LAST_PARCEL (the default is FIRST_PARCEL)");
    assertThat(run("audit").out()).contains("policy-change").contains("it is earned last");
  }

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  @Order(100)
  void signInMakesALinkThatOpensThePortal() throws Exception {
    Ran merchant = run("sign-in", "--as", "Ann", "--role", "merchant", "--book", "demo", "--json");
    assertThat(merchant.code()).isZero();
    assertThat(merchant.json().path("link").asText()).contains("/sign-in?token=");
    assertThat(run("sign-in", "--as", "Olga", "--role", "ops").out()).contains("/sign-in?token=");

    Ran unnamed = run("sign-in", "--as", "Ann", "--role", "merchant");
    assertThat(unnamed.code()).isEqualTo(2);
    assertThat(unnamed.err()).contains("only ops sees all");
    assertThat(run("sign-in", "--as", "Ann", "--role", "king", "--book", "demo").err())
        .contains("role is 'king'");
    assertThat(run("sign-in", "--as", "Ann", "--role", "ops", "--book", "other").err())
        .contains("There is no book 'other'");
  }
}
