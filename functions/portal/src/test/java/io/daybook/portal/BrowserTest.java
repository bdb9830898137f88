package io.daybook.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.daybook.books.connect.Installing;
import io.daybook.portal.session.Role;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.shopify.ShopifyStandIn;
import io.daybook.sources.Secret;
import io.daybook.sources.shopify.ShopifyPlatform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does at the portal, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {
  /** Where pictures of the pages are left for a person to look at. */
  private static final Path PICTURES = Path.of("target", "pictures");

  private final List<Chromium> started = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @TempDir Path folder;

  @BeforeAll
  void startBrowser() {
    started.add(Chromium.start());
  }

  @AfterAll
  void stopBrowser() {
    started.forEach(Chromium::close);
  }

  @BeforeEach
  void forget() {
    complaints.clear();
  }

  @AfterEach
  void close() throws Exception {
    for (BrowserContext context : contexts) {
      context.close();
    }
    contexts.clear();
    for (AutoCloseable one : open) {
      one.close();
    }
    open.clear();
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }

  private Page page(Browser.NewContextOptions options) {
    BrowserContext context = started.getFirst().browser().newContext(options);
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequestFailed(request -> {
      // To a page, what becomes a download is a navigation that was broken off.
      if (!request.failure().equals("net::ERR_ABORTED")) {
        complaints.add(request.url() + " " + request.failure());
      }
    });
    return page;
  }

  private TestServer serve(TestPortal portal) throws Exception {
    TestServer server = new TestServer(portal.function());
    open.add(server);
    return server;
  }

  private static void signIn(Page page, TestServer server, String link) {
    page.navigate(server.address() + link);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.waitForURL(url -> !url.contains("sign-in"));
  }

  private static void click(Page page, String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void aPersonSignsInLooksAtAPayoutThatDoesNotTieTakesAStatementAndReplays(boolean script)
      throws Exception {
    TestPortal portal = TestPortal.filled(folder);
    TestServer server = serve(portal);
    Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    signIn(page, server, portal.link("Olga", Role.OPS));
    click(page, "blue-cup");
    assertThat(page.locator("h1").innerText()).isEqualTo("blue-cup");
    click(page, "po_2DoesNotTie");
    assertThat(page.locator(".verdict").innerText())
        .contains("Does not tie")
        .contains("-17.27 USD");

    Download download = page.waitForDownload(() -> click(page, "Statement as CSV"));
    assertThat(download.suggestedFilename()).isEqualTo("blue-cup-payout-po_2DoesNotTie.csv");
    assertThat(Files.readString(download.path())).contains("po_2DoesNotTie").contains("-17.27");
    Download paper = page.waitForDownload(() -> click(page, "Statement as PDF"));
    assertThat(new String(Files.readAllBytes(paper.path()), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");

    click(page, "Statements");
    Download journal = page.waitForDownload(() -> click(page, "Journal for hledger"));
    assertThat(Files.readString(journal.path())).contains("Clearing");

    click(page, "Operations");
    assertThat(page.locator("body").innerText())
        .contains("charge.succeeded")
        .contains("As of")
        .doesNotContain(TestPortal.PERSON);
    page.locator("section.book tbody form button").first().click();
    page.waitForURL(url -> url.contains("asked"));
    assertThat(page.locator("[role=status]").innerText()).contains("posted again");
    assertThat(portal.replays())
        .singleElement()
        .satisfies(replay -> {
          assertThat(replay.path("function").asText()).isEqualTo("replay");
          assertThat(replay.path("event").path("book").asText()).isEqualTo("blue-cup");
          assertThat(replay.path("event").path("message").asText())
              .startsWith("stripe/2026-10-20/");
        });

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
    assertThat(page.locator("h1").innerText()).isEqualTo("Please sign in");
    // A refused page is an error to the browser's console, and rightly so.
    complaints.removeIf(words -> words.contains("401"));
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void aPersonPullsAConnectionAndImportsABankFile(boolean script) throws Exception {
    TestPortal portal = TestPortal.filled(folder);
    portal.failingStripe();
    TestServer server = serve(portal);
    Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    signIn(page, server, portal.link("Max", Role.MERCHANT, TestPortal.BLUE));
    click(page, "Connections");
    assertThat(page.locator("section.connection .badge").first().innerText())
        .isEqualTo("left alone");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pull now")).click();
    page.waitForURL(url -> url.contains("asked"));
    assertThat(page.locator("[role=status]").innerText()).contains("Asked for");

    click(page, "Files");
    Path file = Files.writeString(folder.resolve("october.ofx"), FilesTest.OFX);
    page.locator("#bank-file").setInputFiles(file);
    page.locator("#bank-account").fill("checking");
    page.locator("form[action$='/files/bank'] button").click();
    page.waitForURL(url -> url.endsWith("/files/bank"));
    assertThat(page.locator(".verdict").innerText()).contains("2 lines of 2 are new");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import")).click();
    page.waitForURL(url -> url.endsWith("/import"));
    assertThat(page.locator("main").innerText()).contains("Imported 2 lines");
  }

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void aPersonConnectsAPlatformRotatesItsSecretAndDisconnectsIt(boolean script) throws Exception {
    TestPortal portal = TestPortal.filled(folder);
    TestServer server = serve(portal);
    Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    signIn(page, server, portal.link("Max", Role.MERCHANT, TestPortal.BLUE));
    click(page, "Connections");
    click(page, "Connect a platform");
    page.locator("main .cards a[href$='/generic']").click();
    page.locator("#name").fill("depot");
    page.locator("#account").fill("depot-1");
    page.locator("#secret-webhook").fill("hush");
    page.locator("main form button").click();
    page.waitForFunction("() => document.querySelector('[role=status]')");
    assertThat(page.locator("h1").innerText()).isEqualTo("Connected depot");
    assertThat(page.locator("code.copy").innerText())
        .isEqualTo(server.address() + "/hooks/generic/blue-cup.depot");
    click(page, "This connection");
    page.locator("form[action$='/rotate'] input[type=password]").fill("newer");
    page.locator("form[action$='/rotate'] button").click();
    page.waitForURL(url -> url.endsWith("/rotate"));
    assertThat(page.locator("h1").innerText()).isEqualTo("New secrets: depot");
    click(page, "Connections");
    click(page, "depot");
    page.locator("#reason").fill("moved");
    page.locator("input[name=sure]").check();
    page.locator("form[action$='/disconnect'] button").click();
    page.waitForURL(url -> url.endsWith("/disconnect"));
    assertThat(page.locator("h1").innerText()).isEqualTo("Disconnected: depot");
  }

  /** The shop is on another site, as Shopify is: what the browser brings back from there is what it would really bring. */
  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void aPersonLetsTheAppIntoAShopOnAnotherSite(boolean script) throws Exception {
    TestPortal portal = TestPortal.filled(folder);
    ShopifyStandIn shopify =
        ShopifyStandIn.start(
            new MonthGenerator(11).generate(), 0, ShopifyStandIn.Behaviour.kind("none"));
    open.add(shopify);
    shopify.installable("app-1", "hush", "blue-cup.myshopify.com", portal.clock());
    TestServer server = serve(portal);
    Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    signIn(page, server, portal.link("Olga", Role.OPS));
    click(page, "Operations");
    click(page, "Shopify app");
    page.locator("#client-id").fill("app-1");
    page.locator("#client-secret").fill("hush");
    page.locator("#address").fill("http://localhost:" + shopify.address().getPort());
    page.locator("main form button").click();
    page.waitForFunction("() => document.querySelector('[role=status]')");
    assertThat(page.locator("[role=status]").innerText()).contains("Kept.");
    page.navigate(server.address() + "/books/blue-cup/connect/shopify");
    page.locator("#install-shop").fill("blue-cup.myshopify.com");
    page.locator("#install-name").fill("shop");
    page.locator("form[action$='/install'] button").click();
    page.waitForURL(url -> url.contains("/connect/shopify/callback"));
    assertThat(page.locator("h1").innerText()).isEqualTo("Connected shop");
    click(page, "Connections, to pull what happened before");
    assertThat(page.locator("#connection-shop").innerText()).contains("blue-cup.myshopify.com");
  }

  @Test
  void theOperationsPageRefreshesItselfAndKeepsWhatAPersonTypes() throws Exception {
    TestPortal portal = TestPortal.filled(folder);
    TestServer server = serve(portal);
    Page page = page(new Browser.NewContextOptions());
    page.clock().install();
    signIn(page, server, portal.link("Olga", Role.OPS, TestPortal.BLUE));
    click(page, "Operations");
    String before = page.locator(".asof time").innerText();
    page.locator("#from-blue-cup").fill("2026-10-07");
    portal.clock().forward(java.time.Duration.ofSeconds(21));
    page.waitForResponse(
        response -> response.url().endsWith("/operations/live"), () -> page.clock().runFor(21_000));
    page.waitForFunction(
        "before => document.querySelector('.asof time').innerText !== before", before);
    assertThat(page.locator("#from-blue-cup").inputValue()).isEqualTo("2026-10-07");
    page.locator("#replay-blue-cup").click();
    page.waitForURL(url -> url.contains("asked"));
    assertThat(portal.replays().getFirst().path("event").path("from").asText())
        .isEqualTo("2026-10-07");
  }

  /** Proves that the tests here would see what they say there is none of. */
  @Test
  void whatBreaksThePolicyIsStoppedAndSeen() throws Exception {
    TestPortal portal = TestPortal.filled(folder);
    TestServer server = serve(portal);
    Page page = page(new Browser.NewContextOptions());
    page.navigate(server.address() + portal.link("Ann", Role.ACCOUNTANT, TestPortal.BLUE));
    assertThat(complaints).isEmpty();
    page.evaluate(
        "() => { const one = document.createElement('script');"
            + " one.textContent = 'window.ran = true'; document.body.append(one); }");
    page.waitForCondition(() -> !complaints.isEmpty());
    assertThat(complaints).anyMatch(words -> words.contains("Content Security Policy"));
    assertThat(page.evaluate("window.ran")).isNull();
    complaints.clear();
  }

  @Test
  void theKeyboardReachesThePageFirst() throws Exception {
    TestPortal portal = TestPortal.filled(folder);
    TestServer server = serve(portal);
    Page page = page(new Browser.NewContextOptions());
    signIn(page, server, portal.link("Ann", Role.ACCOUNTANT, TestPortal.BLUE));
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light 1280", "dark 1280", "light 390", "dark 390"})
  void noPageIsWiderThanTheScreen(String look) throws Exception {
    TestPortal portal = TestPortal.filled(folder);
    portal.failingStripe();
    int _ =
        new Installing(portal.deployment())
            .setUp(
                "3f0ab1",
                new Secret("hush".getBytes(StandardCharsets.UTF_8)),
                ShopifyPlatform.SCOPES,
                Optional.empty());
    TestServer server = serve(portal);
    String[] parts = look.split(" ", 2);
    int width = Integer.parseInt(parts[1]);
    Page page =
        page(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(parts[0].equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
    page.navigate(server.address() + portal.link("Olga", Role.OPS));
    picture(page, look, "sign-in");
    signIn(page, server, portal.link("Olga", Role.OPS));
    picture(page, look, "books");
    for (String path :
        List.of(
            "/books/blue-cup",
            "/books/blue-cup/exceptions",
            "/books/blue-cup/payouts/po_1OctoberFirst",
            "/books/blue-cup/payouts/po_2DoesNotTie",
            "/books/blue-cup/statements",
            "/books/blue-cup/connections",
            "/books/blue-cup/files",
            "/books/blue-cup/connect",
            "/books/blue-cup/connect/shopify",
            "/books/blue-cup/connect/magento",
            "/books/blue-cup/connections/stripe",
            "/operations/shopify-app",
            "/operations")) {
      page.navigate(server.address() + path);
      shown(page, look, path.substring(1), width);
    }
    page.navigate(server.address() + "/books/blue-cup/files");
    page.locator("#bank-file")
        .setInputFiles(Files.writeString(folder.resolve("october.ofx"), FilesTest.OFX));
    page.locator("#bank-account").fill("checking");
    page.locator("form[action$='/files/bank'] button").click();
    page.waitForURL(url -> url.endsWith("/files/bank"));
    shown(page, look, "looked", width);
  }

  private static void shown(Page page, String look, String name, int width) {
    picture(page, look, name);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s", name)
        .isLessThanOrEqualTo(width);
  }

  private static void picture(Page page, String look, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                PICTURES.resolve(look.replace(' ', '-') + "-" + name.replace('/', '-') + ".png")));
  }
}
