package io.daybook.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine's own Chromium. On a machine without it these tests are skipped, saying so; with {@code
 * DAYBOOK_REQUIRE_TOOLS=1} they fail instead.
 */
final class Chromium implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
  private static final String ADVICE =
      "Chromium is not installed, so the portal was not looked at in a browser; to run these tests:"
          + " apt-get install chromium";

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    // No browser of Playwright's own: it would have to be downloaded.
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_SKIP_VALIDATE_HOST_REQUIREMENTS",
                        "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  static Chromium start() {
    Optional<Path> executable = PLACES.stream().filter(Files::isExecutable).findFirst();
    if ("1".equals(System.getenv("DAYBOOK_REQUIRE_TOOLS"))) {
      assertThat(executable).as(ADVICE).isPresent();
    }
    if (executable.isEmpty()) {
      System.getLogger(Chromium.class.getName()).log(System.Logger.Level.WARNING, ADVICE);
    }
    assumeTrue(executable.isPresent(), ADVICE);
    return new Chromium(executable.orElseThrow());
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
