package io.daybook.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.Book;
import io.daybook.ledger.Counters;
import io.daybook.ledger.Message;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.PeriodState;
import io.daybook.ledger.Stores;
import io.daybook.portal.Asking.Answer;
import io.daybook.portal.session.Role;
import io.daybook.storage.objects.FolderObjects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PortalTest {
  /** Every address of the blue cup's book that is asked with GET. */
  private static final List<String> OF_BLUE =
      List.of(
          "/books/blue-cup",
          "/books/blue-cup?payouts=all",
          "/books/blue-cup/exceptions",
          "/books/blue-cup/exceptions.csv",
          "/books/blue-cup/payouts/po_2DoesNotTie",
          "/books/blue-cup/payouts/po_2DoesNotTie/statement.csv",
          "/books/blue-cup/payouts/po_2DoesNotTie/statement.xlsx",
          "/books/blue-cup/payouts/po_2DoesNotTie/statement.pdf",
          "/books/blue-cup/connections",
          "/books/blue-cup/connections-live",
          "/books/blue-cup/files",
          "/books/blue-cup/statements",
          "/books/blue-cup/trial-balance.csv",
          "/books/blue-cup/trial-balance.xlsx",
          "/books/blue-cup/trial-balance.pdf",
          "/books/blue-cup/journal.hledger",
          "/books/blue-cup/journal.ledger",
          "/books/blue-cup/journal.beancount",
          "/books/blue-cup/summary.json");

  private static final Set<String> FOR_ACCOUNTANTS =
      Set.of("statements", "trial-balance", "journal", "summary");

  @TempDir Path folder;
  private TestPortal portal = unset();

  private static TestPortal unset() {
    return TestPortal.empty(Path.of("target", "unset"), Place.LOOPBACK);
  }

  static List<String> ofBlue() {
    return OF_BLUE;
  }

  @BeforeEach
  void fill() {
    portal = TestPortal.filled(folder);
  }

  private Answer get(String path, String cookie) {
    return Asking.get(portal.function(), path).as(cookie).answer();
  }

  /** Signs in and returns the cookie. */
  private String signedIn(Role role, Book... books) {
    return enter(portal.link("Ann", role, books)).cookie().split(";", 2)[0];
  }

  private Answer enter(String link) {
    return Asking.post(
            portal.function(), "/sign-in", Map.of("token", link.substring(link.indexOf('=') + 1)))
        .answer();
  }

  private String formKey(String cookie) {
    String page = get("/books/blue-cup", cookie).text();
    int at = page.indexOf("name=\"form\" value=\"") + "name=\"form\" value=\"".length();
    return page.substring(at, page.indexOf('"', at));
  }

  // --- Signing in

  @Test
  void aLinkSignsInOnce() {
    String link = portal.link("Ann", Role.ACCOUNTANT, TestPortal.BLUE);
    Answer first = enter(link);
    assertThat(first.status()).isEqualTo(303);
    assertThat(first.header("location")).isEqualTo("/");
    assertThat(first.cookie())
        .startsWith("daybook-8420=")
        .contains("; HttpOnly")
        .contains("; SameSite=Strict")
        .contains("; Path=/")
        .doesNotContain("Secure");
    assertThat(get("/", first.cookie().split(";", 2)[0]).header("location"))
        .isEqualTo("/books/blue-cup");
    Answer second = enter(link);
    assertThat(second.status()).isEqualTo(403);
    assertThat(second.cookie()).isEmpty();
  }

  @Test
  void openingALinkSpendsNothingAndSaysWhomItSignsIn() {
    String link = portal.link("Ann <b>", Role.MERCHANT, TestPortal.BLUE);
    for (int times = 0; times < 3; times++) {
      Answer page = Asking.get(portal.function(), link).answer();
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains("Ann &lt;b&gt;").contains("merchant").contains("blue-cup");
      assertThat(page.cookie()).isEmpty();
    }
    assertThat(enter(link).status()).isEqualTo(303);
  }

  @Test
  void aLinkIsForADay() {
    String link = portal.link("Ann", Role.MERCHANT, TestPortal.BLUE);
    portal.clock().forward(Duration.ofHours(24));
    assertThat(Asking.get(portal.function(), link).answer().status()).isEqualTo(403);
    assertThat(enter(link).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?token=", "?token=short", "?token=..%2F..%2Fetc", "?other=1"})
  void whatIsNoTokenSignsNobodyIn(String query) {
    assertThat(Asking.get(portal.function(), "/sign-in" + query).answer().status()).isEqualTo(403);
  }

  @Test
  void inTheCloudTheCookieIsForThisHostAndTlsOnly(@TempDir Path other) {
    TestPortal cloud = TestPortal.empty(other, Place.CLOUD);
    String link = cloud.link("Olga", Role.OPS);
    Answer answer =
        Asking.post(
                cloud.function(),
                "/sign-in",
                Map.of("token", link.substring(link.indexOf('=') + 1)))
            .header("Host", "abc.lambda-url.eu-central-1.on.aws")
            .answer();
    assertThat(answer.cookie()).startsWith("__Host-daybook=").contains("; Secure");
    assertThat(answer.header("strict-transport-security")).isEqualTo("max-age=63072000");
  }

  @Test
  void aLinkIsMadeByWhoeverMayCallTheFunctionByName() throws IOException {
    JsonNode asked =
        new ObjectMapper()
            .readTree(
                "{\"signIn\":{\"name\":\"Ann\",\"role\":\"merchant\",\"books\":[\"blue-cup\"]}}");
    String link = Asking.invoke(portal.function(), asked).path("path").asText();
    assertThat(link).startsWith("/sign-in?token=");
    assertThat(enter(link).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"signIn":{"name":"Ann","role":"king","books":["blue-cup"]}} | role is 'king'
          {"signIn":{"name":"Ann","role":"merchant"}}                  | only ops sees all
          {"signIn":{"name":" ","role":"ops"}}                         | name is ''
          {"signIn":{"name":"Ann","role":"ops","books":["Not A Book"]}} | book is 'Not A Book'
          """)
  void aLinkThatCannotBeIsRefusedInWords(String event, String words) throws IOException {
    assertThat(
            Asking.invoke(portal.function(), new ObjectMapper().readTree(event))
                .path("error")
                .asText())
        .contains(words);
  }

  @Test
  void aRequestOverHttpNeverMakesALink() {
    Answer answer =
        Asking.with(portal.function(), "POST", "/")
            .header("content-type", "application/json")
            .body(
                "{\"signIn\":{\"name\":\"Eve\",\"role\":\"ops\"}}".getBytes(StandardCharsets.UTF_8))
            .answer();
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.text()).doesNotContain("token=");
  }

  @Test
  void aSessionEndsWhenItIsIdleAndATimerDoesNotKeepItAlive() {
    String cookie = signedIn(Role.OPS, TestPortal.BLUE);
    for (int times = 0; times < 5; times++) {
      portal.clock().forward(Duration.ofMinutes(30));
      int status =
          Asking.get(portal.function(), "/operations/live")
              .as(cookie)
              .header("HX-Request", "true")
              .answer()
              .status();
      assertThat(status).isEqualTo(times < 3 ? 200 : 401);
    }
    assertThat(get("/operations", cookie).status()).isEqualTo(401);
  }

  @Test
  void aSessionInUseGoesOnUntilItsLongestTime() {
    String cookie = signedIn(Role.OPS, TestPortal.BLUE);
    for (int hours = 1; hours < 12; hours++) {
      portal.clock().forward(Duration.ofHours(1));
      assertThat(get("/operations", cookie).status()).as("%d hours", hours).isEqualTo(200);
    }
    portal.clock().forward(Duration.ofHours(1));
    assertThat(get("/operations", cookie).status()).isEqualTo(401);
  }

  @Test
  void whoSignedOutIsOut() {
    String cookie = signedIn(Role.MERCHANT, TestPortal.BLUE);
    Answer out =
        Asking.post(portal.function(), "/sign-out", Map.of("form", formKey(cookie)))
            .as(cookie)
            .answer();
    assertThat(out.status()).isEqualTo(303);
    assertThat(out.cookie()).contains("Max-Age=0");
    assertThat(get("/books/blue-cup", cookie).status()).isEqualTo(401);
  }

  @Test
  void aTimerOfAnEndedSessionHasThePageLoadedAnew() {
    Answer answer =
        Asking.get(portal.function(), "/operations/live").header("hx-request", "true").answer();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("hx-refresh")).isEqualTo("true");
  }

  // --- Who sees what

  @ParameterizedTest
  @MethodSource("ofBlue")
  void whoIsNotSignedInSeesNothing(String path) {
    Answer answer = Asking.get(portal.function(), path).answer();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).contains("Please sign in").doesNotContain("po_3OnItsWay");
  }

  @ParameterizedTest
  @MethodSource("ofBlue")
  void oneMerchantNeverSeesAnothersBook(String path) {
    for (Role role : Role.values()) {
      Answer answer = get(path, signedIn(role, TestPortal.RED));
      Answer none = get(path.replace("blue-cup", "no-such-book"), signedIn(role, TestPortal.RED));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).doesNotContain("982.73").doesNotContain("po_3OnItsWay");
      // Not even that it exists.
      assertThat(none.status()).isEqualTo(404);
      assertThat(words(none)).isEqualTo(words(answer));
    }
  }

  private static String words(Answer answer) {
    return answer.text().replaceAll("value=\"[^\"]*\"", "");
  }

  @Test
  void aPayoutOfAnotherBookIsNotFoundInOnesOwn() {
    String cookie = signedIn(Role.MERCHANT, TestPortal.BLUE);
    assertThat(get("/books/blue-cup/payouts/po_secretOfRed", cookie).status()).isEqualTo(404);
    assertThat(get("/books/blue-cup/payouts/po_secretOfRed/statement.csv", cookie).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("ofBlue")
  void aRoleSeesWhatIsItsOwn(String path) {
    boolean exports = FOR_ACCOUNTANTS.stream().anyMatch(part -> path.contains("blue-cup/" + part));
    assertThat(get(path, signedIn(Role.MERCHANT, TestPortal.BLUE)).status())
        .isEqualTo(exports ? 403 : 200);
    assertThat(get(path, signedIn(Role.ACCOUNTANT, TestPortal.BLUE)).status()).isEqualTo(200);
    assertThat(get(path, signedIn(Role.OPS, TestPortal.BLUE)).status()).isEqualTo(200);
    assertThat(get(path, signedIn(Role.OPS)).status()).isEqualTo(200);
  }

  @Test
  void onlyOperatorsSeeHowTheHubDoesAndReplay() {
    for (Role role : List.of(Role.MERCHANT, Role.ACCOUNTANT)) {
      String cookie = signedIn(role, TestPortal.BLUE);
      assertThat(get("/operations", cookie).status()).isEqualTo(403);
      assertThat(get("/operations/live", cookie).status()).isEqualTo(403);
      assertThat(replay("/books/blue-cup/replay", cookie, "from", "2026-10-01").status())
          .isEqualTo(403);
      assertThat(get("/books/blue-cup", cookie).text()).doesNotContain("Operations");
    }
    assertThat(portal.replays()).isEmpty();
  }

  @Test
  void anOperatorOfNamedBooksSeesThoseOnly() {
    String cookie = signedIn(Role.OPS, TestPortal.BLUE);
    assertThat(get("/operations", cookie).text()).contains("blue-cup").doesNotContain("red-pot");
    assertThat(replay("/books/red-pot/replay", cookie, "from", "2026-10-01").status())
        .isEqualTo(404);
    assertThat(portal.replays()).isEmpty();
    assertThat(get("/operations", signedIn(Role.OPS)).text()).contains("red-pot");
  }

  // --- Forms

  private Answer replay(String path, String cookie, String field, String value) {
    return Asking.post(portal.function(), path, Map.of("form", formKey(cookie), field, value))
        .as(cookie)
        .answer();
  }

  @Test
  void aReplayOfADayIsHandedToTheFunction() {
    String cookie = signedIn(Role.OPS, TestPortal.BLUE);
    Answer answer = replay("/books/blue-cup/replay", cookie, "from", "2026-10-01");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).isEqualTo("/operations?asked=day");
    JsonNode asked = portal.replays().getFirst();
    assertThat(asked.path("function").asText()).isEqualTo("replay");
    assertThat(asked.path("event"))
        .isEqualTo(
            new ObjectMapper()
                .createObjectNode()
                .put("book", "blue-cup")
                .put("from", "2026-10-01"));
    assertThat(get("/operations?asked=day", cookie).text()).contains("posted again");
    assertThat(get("/operations?asked=<script>", cookie).text()).doesNotContain("<script>\"");
  }

  @Test
  void aReplayOfAMessageIsHandedToTheFunction() {
    String cookie = signedIn(Role.OPS, TestPortal.BLUE);
    String message = "stripe/2026-10-20/" + "ab".repeat(32);
    assertThat(replay("/books/blue-cup/replay", cookie, "message", message).status())
        .isEqualTo(303);
    JsonNode event = portal.replays().getFirst().path("event");
    assertThat(event.size()).isEqualTo(2);
    assertThat(event.path("book").asText()).isEqualTo("blue-cup");
    assertThat(event.path("message").asText()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "from,yesterday",
    "from,2026-13-01",
    "message,stripe/2026-10-20/short",
    "message,../x",
    "what,1"
  })
  void aReplayOfNothingThatCanBeNamedIsRefused(String field, String value) {
    String cookie = signedIn(Role.OPS, TestPortal.BLUE);
    assertThat(replay("/books/blue-cup/replay", cookie, field, value).status()).isEqualTo(400);
    assertThat(portal.replays()).isEmpty();
  }

  @Test
  void aFormOfAnotherSessionOrOfNoneIsRefused() {
    String cookie = signedIn(Role.OPS, TestPortal.BLUE);
    String other = formKey(signedIn(Role.OPS, TestPortal.BLUE));
    for (Map<String, String> form :
        List.of(
            Map.of("from", "2026-10-01"),
            Map.of("from", "2026-10-01", "form", ""),
            Map.of("from", "2026-10-01", "form", other))) {
      Answer answer =
          Asking.post(portal.function(), "/books/blue-cup/replay", form).as(cookie).answer();
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text()).contains("did not come from this page");
    }
    assertThat(portal.replays()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sec-fetch-site,cross-site,403",
    "sec-fetch-site,same-site,403",
    "sec-fetch-site,none,403",
    "origin,https://evil.example,403",
    "origin,null,403",
    "origin,http://127.0.0.1:9999,403",
    "origin,http://127.0.0.1:8420,303",
    "accept,text/html,403"
  })
  void aFormFromAnotherSiteIsRefused(String header, String value, int status) {
    String cookie = signedIn(Role.OPS, TestPortal.BLUE);
    Answer answer =
        Asking.post(
                portal.function(),
                "/books/blue-cup/replay",
                Map.of("form", formKey(cookie), "from", "2026-10-01"))
            .without("sec-fetch-site")
            .header(header, value)
            .as(cookie)
            .answer();
    assertThat(answer.status()).isEqualTo(status);
  }

  // --- Bad input

  @ParameterizedTest
  @CsvSource({
    "evil.example,403",
    "127.0.0.1.evil.example:8420,403",
    "localhost:8420,401",
    "[::1]:8420,401",
    "LOCALHOST,401",
    "127.0.0.1,401"
  })
  void onOneMachineOnlyItsOwnNamesAreAnswered(String host, int status) {
    Answer answer =
        Asking.get(portal.function(), "/operations").without("Host").header("host", host).answer();
    assertThat(answer.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/books",
        "/books/",
        "/books/../etc",
        "/books/blue-cup/",
        "/books/blue-cup/payouts",
        "/books/blue-cup/payouts/none",
        "/books/blue-cup/payouts/po_2DoesNotTie/statement.exe",
        "/books/blue-cup/payouts/po_2DoesNotTie/more/statement.csv",
        "/books/blue-cup/journal.gnucash",
        "/assets/",
        "/assets/portal.css",
        "/assets/..%2F..%2Fportal.css",
        "/.well-known/security.txt"
      })
  void whatIsNotThereIsSaidSo(String path) {
    Answer answer = get(path, signedIn(Role.OPS));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("There is nothing here");
  }

  @ParameterizedTest
  @CsvSource({
    "/books/blue-cup/statements?as-of=31.10.2026,400",
    "/books/blue-cup/statements?as-of=2026-02-30,400",
    "/books/blue-cup/journal.hledger?from=never,400",
    "/books/blue-cup/statements?as-of=,200",
    "/books/blue-cup/statements?as-of=+999999999-12-31,400",
    "/books/blue-cup/statements?as-of=9999-12-31,200",
    "/books/blue-cup/statements?as-of=0001-01-01,200",
    "/books/%ZZ,400",
    "/books/blue-cup?x=%,400"
  })
  void whatCannotBeReadIsSaidSo(String path, int status) {
    assertThat(get(path, signedIn(Role.OPS)).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/books/blue-cup,GET",
    "GET,/sign-out,POST",
    "DELETE,/sign-in,'GET, POST'",
    "HEAD,/operations,GET",
    "PUT,/books/blue-cup/replay,POST"
  })
  void anotherMethodIsRefusedAndTheRightOnesAreNamed(String method, String path, String allowed) {
    Answer answer = Asking.with(portal.function(), method, path).as(signedIn(Role.OPS)).answer();
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).isEqualTo(allowed);
  }

  @Test
  void moreThanAnyFormIsRefused() {
    Answer answer =
        Asking.post(portal.function(), "/sign-in", Map.of("token", "x".repeat(20_000))).answer();
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void aFormOfAnotherKindIsRefused() {
    Answer answer =
        Asking.post(portal.function(), "/sign-in", Map.of())
            .header("content-type", "text/plain")
            .answer();
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void aFaultOfOursShowsNoTrace() {
    Stores broken = BrokenStores.failing(new IllegalStateException("secret detail"));
    Answer answer =
        Asking.get(TestPortal.on(folder, broken).function(), "/operations")
            .as("daybook-8420=" + "A".repeat(43))
            .answer();
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text())
        .contains("our fault")
        .doesNotContain("secret detail")
        .doesNotContain("Exception")
        .doesNotContain("at io.daybook");
  }

  @Test
  void storageThatDoesNotAnswerIsSaidSo() {
    Stores broken =
        BrokenStores.failing(new io.daybook.ledger.StoreFailure("x", new IOException()));
    Answer answer =
        Asking.get(TestPortal.on(folder, broken).function(), "/operations")
            .as("daybook-8420=" + "A".repeat(43))
            .answer();
    assertThat(answer.status()).isEqualTo(503);
  }

  // --- What every answer carries

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/nothing", "/books/blue-cup", "/operations", "/books/blue-cup/summary.json"})
  void everyAnswerForbidsTheBrowserWhatItDoesNotNeed(String path) {
    Answer answer = get(path, signedIn(Role.OPS));
    assertThat(answer.header("content-security-policy"))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .contains("style-src 'self'")
        .contains("form-action 'self'")
        .contains("frame-ancestors 'none'")
        .contains("base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.headers()).doesNotContainKey("strict-transport-security");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/books/blue-cup",
        "/books/blue-cup/exceptions",
        "/books/blue-cup/payouts/po_2DoesNotTie",
        "/books/blue-cup/statements",
        "/operations",
        "/nothing"
      })
  void noPageHasScriptOrStyleOfItsOwn(String path) {
    String page = get(path, signedIn(Role.OPS)).text();
    assertThat(page)
        .doesNotContain("<style")
        .doesNotContain(" style=")
        .doesNotContain("javascript:");
    assertThat(page).doesNotContainPattern("<script(?! src=\"/assets/htmx\\.[0-9a-f]{16}\\.js\")");
    assertThat(page).doesNotContainPattern("\\son[a-z]+=");
  }

  @Test
  void styleAndScriptAreKeptForEver() {
    String page = get("/operations", signedIn(Role.OPS)).text();
    for (String kind : List.of("css", "js", "svg")) {
      var matcher =
          java.util.regex.Pattern.compile("/assets/[a-z]+\\.[0-9a-f]{16}\\." + kind).matcher(page);
      assertThat(matcher.find()).as(kind).isTrue();
      Answer asset = Asking.get(portal.function(), matcher.group()).answer();
      assertThat(asset.status()).isEqualTo(200);
      assertThat(asset.header("cache-control")).contains("immutable");
      assertThat(asset.body().size()).isPositive();
    }
  }

  // --- Pages

  @Test
  void theOverviewShowsEachPayoutWithItsStatus() {
    String page = get("/books/blue-cup", signedIn(Role.MERCHANT, TestPortal.BLUE)).text();
    assertThat(page)
        .contains("1 of 3 payouts does not tie")
        .contains("12,843.50 USD")
        .contains("reconciled")
        .contains("difference")
        .contains("-17.27 USD")
        .contains("in transit")
        .contains("A payout does not tie")
        .contains("open since 12 Oct 2026 (8 days)")
        .contains("href=\"/books/blue-cup/payouts/po_2DoesNotTie\"");
  }

  @Test
  void aPayoutShowsItsPartsItsLinesAndItsBankLine() {
    String page =
        get("/books/blue-cup/payouts/po_1OctoberFirst", signedIn(Role.MERCHANT, TestPortal.BLUE))
            .text();
    assertThat(page)
        .contains("add up to exactly the payout of 12,843.50 USD")
        .contains("Charges")
        .contains("13,456.00 USD")
        .contains("-390.82 USD")
        .contains("-221.68 USD")
        .contains("Arrived at the bank")
        .contains("8 Oct 2026, L1")
        .contains("2 Oct 2026, 12:00 EDT")
        .contains("re_3")
        .doesNotContain("not in the books yet");
  }

  @Test
  void theTrialBalanceIsThatOfTheDay() {
    String cookie = signedIn(Role.ACCOUNTANT, TestPortal.BLUE);
    String before = get("/books/blue-cup/statements?as-of=2026-10-01", cookie).text();
    assertThat(before).contains("Nothing is posted up to this day");
    String after = get("/books/blue-cup/statements?as-of=2026-10-20", cookie).text();
    assertThat(after)
        .contains("1000:main")
        .contains("At the end of 20 Oct 2026 (America/New_York)")
        .contains("/books/blue-cup/journal.hledger?as-of=2026-10-20");
    assertThat(get("/books/blue-cup/statements?as-of=2026-10-20&from=2026-10-05", cookie).text())
        .contains("/books/blue-cup/journal.beancount?as-of=2026-10-20&amp;from=2026-10-05");
  }

  @Test
  void theMonthsThatWereClosedAreShownWithWhoClosedThem() {
    String cookie = signedIn(Role.ACCOUNTANT, TestPortal.BLUE);
    assertThat(get("/books/blue-cup/statements", cookie).text()).doesNotContain("Periods");
    new PeriodBook(portal.stores().state(TestPortal.BLUE), portal.clock())
        .note(
            YearMonth.of(2026, 9),
            new PeriodState(
                PeriodState.Status.CLOSED,
                "Jane",
                "all tied",
                Instant.parse("2026-10-05T14:00:00Z")));
    assertThat(get("/books/blue-cup/statements", cookie).text())
        .contains("September 2026")
        .contains("Closed")
        .contains("5 Oct 2026, 10:00 EDT")
        .contains("Jane")
        .contains("All tied.");
  }

  @Test
  void aMerchantWithSeveralBooksChooses() {
    Answer answer = get("/", signedIn(Role.MERCHANT, TestPortal.BLUE, TestPortal.RED));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("/books/blue-cup").contains("/books/red-pot");
  }

  @Test
  void aHubWithoutABookSaysHowToMakeOne(@TempDir Path other) {
    portal = TestPortal.empty(other, Place.LOOPBACK);
    String cookie = signedIn(Role.OPS);
    assertThat(get("/", cookie).text()).contains("daybook connect");
    assertThat(get("/operations", cookie).text()).contains("daybook connect");
  }

  @Test
  void whatPlatformsWriteIsShownAsText() {
    portal.tell(
        TestPortal.BLUE,
        portal.webhook("<script>alert(1)</script>\"'", "{\"id\":\"evt_2\",\"type\":\"x\"}"));
    String page = get("/operations", signedIn(Role.OPS)).text();
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).doesNotContain("<script>alert");
  }

  @Test
  void aPayoutsIdOfAnySpellingHasAPage() {
    String id = "po/7 ü+&?#\"<i>";
    portal.payout(
        TestPortal.BLUE,
        id,
        io.daybook.events.Payout.Status.PAID,
        100,
        18,
        portal.charge("txn_odd", 100, 0, 17));
    String cookie = signedIn(Role.MERCHANT, TestPortal.BLUE);
    String path = new Paths(TestPortal.BLUE).payout(id);
    assertThat(get("/books/blue-cup", cookie).text()).contains("href=\"" + path + "\"");
    assertThat(get(path, cookie).status()).isEqualTo(200);
    assertThat(get(path + "/statement.csv", cookie).header("content-disposition"))
        .isEqualTo("attachment; filename=\"blue-cup-payout-po-7--------i-.csv\"");
  }

  // --- Files

  @Test
  void filesAreNamedAndWhole() {
    String cookie = signedIn(Role.ACCOUNTANT, TestPortal.BLUE);
    Answer csv = get("/books/blue-cup/trial-balance.csv?as-of=2026-10-20", cookie);
    assertThat(csv.header("content-disposition"))
        .isEqualTo("attachment; filename=\"blue-cup-trial-balance-2026-10-20.csv\"");
    assertThat(csv.header("content-type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(csv.text()).contains("1000:main");
    Answer pdf = get("/books/blue-cup/payouts/po_1OctoberFirst/statement.pdf", cookie);
    assertThat(pdf.text()).startsWith("%PDF-");
    Answer xlsx = get("/books/blue-cup/payouts/po_1OctoberFirst/statement.xlsx", cookie);
    assertThat(xlsx.body().toArray()).startsWith('P', 'K');
    assertThat(get("/books/blue-cup/exceptions.csv", cookie).text())
        .contains("payout-does-not-tie");
    assertThat(get("/books/blue-cup/summary.json", cookie).text()).contains("po_2DoesNotTie");
    assertThat(get("/books/blue-cup/journal.beancount", cookie).text()).contains("1OctoberFirst");
    assertThat(get("/books/blue-cup/journal.hledger?from=2026-10-15", cookie).text())
        .doesNotContain("2026-10-12");
  }

  @Test
  void aFileIsPackedForABrowserThatUnpacks() throws IOException {
    String cookie = signedIn(Role.ACCOUNTANT, TestPortal.BLUE);
    Answer plain = get("/books/blue-cup/journal.ledger", cookie);
    Answer packed =
        Asking.get(portal.function(), "/books/blue-cup/journal.ledger")
            .as(cookie)
            .header("accept-encoding", "gzip, br")
            .answer();
    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(
            new GZIPInputStream(new ByteArrayInputStream(packed.body().toArray())).readAllBytes())
        .isEqualTo(plain.body().toArray());
  }

  @Test
  void aFileThatLambdaDoesNotHandOutIsRefusedByItsSizeAsSent() {
    HttpRequest unpacking = request("gzip");
    HttpRequest plain = request("identity");
    byte[] text = new byte[Downloads.MAX_BYTES + 1];
    assertThat(Downloads.file(plain, "a.csv", "text/csv", text)).isEmpty();
    assertThat(Downloads.file(unpacking, "a.csv", "text/csv", text)).isPresent();
    assertThat(Downloads.file(plain, "a.csv", "text/csv", new byte[Downloads.MAX_BYTES]))
        .isPresent();
  }

  private static HttpRequest request(String encodings) {
    var event = new ObjectMapper().createObjectNode();
    event.putObject("headers").put("accept-encoding", encodings);
    return HttpRequest.read(event);
  }

  // --- Operations

  @Test
  void theOperationsPageShowsWhatFailedAndNothingOfWhatItSaid() {
    String page = get("/operations", signedIn(Role.OPS)).text();
    assertThat(page)
        .contains("charge.succeeded")
        .contains("failed")
        .contains("quote.of.the.day")
        .contains("parked")
        .contains("20 Oct 2026, 14:01:00 UTC")
        .doesNotContain(TestPortal.PERSON)
        .doesNotContain("receipt_email");
  }

  @Test
  void aWebhookThatIsNotPostedWaitsSinceItCame() {
    Message message =
        portal.webhook(
            "payout.paid",
            """
            {"id":"evt_9","object":"event","type":"payout.paid","created":1792483200,"livemode":true,
             "data":{"object":{"id":"po_9","object":"payout","amount":1000,"currency":"usd",
             "created":1792483200,"arrival_date":1792483200,"status":"paid","livemode":true,
             "type":"bank_account","method":"standard","automatic":true}}}
            """);
    assertThat(portal.stores().inbox(TestPortal.BLUE).put(message)).isNotNull();
    portal.clock().forward(Duration.ofMinutes(7));
    String cookie = signedIn(Role.OPS, TestPortal.BLUE);
    assertThat(get("/operations", cookie).text()).contains("since 7 minutes");
    portal.tell(TestPortal.BLUE, message);
    assertThat(get("/operations", cookie).text()).doesNotContain("since 7 minutes");
  }

  @Test
  void countsAreThoseOfTheBook() {
    portal.stores().state(TestPortal.BLUE).count(Counters.DUPLICATES);
    String page = get("/operations/live", signedIn(Role.OPS, TestPortal.BLUE)).text();
    assertThat(page)
        .doesNotContain("<html")
        .containsPattern("Failed</dt><dd>2<")
        .containsPattern("Parked</dt><dd>1<")
        .containsPattern("Refused, in all</dt><dd>1<")
        .containsPattern("Duplicates, in all</dt><dd>1<");
  }

  @Test
  void primingNeedsNoBookAndMakesNoToken(@TempDir Path other) throws Exception {
    TestPortal empty = TestPortal.empty(other, Place.CLOUD);
    new Priming(
            empty.deployment(),
            new Portal(
                empty.deployment(), new FolderObjects(other), Place.CLOUD, HubAddresses.UNKNOWN))
        .beforeCheckpoint(org.crac.Core.getGlobalContext());
    assertThat(
            empty
                .stores()
                .state(new Book("daybook-hub"))
                .list(io.daybook.ledger.StateStore.Kind.SESSION))
        .isEmpty();
  }
}
