package io.daybook.portal;

import io.daybook.portal.session.Role;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as they are sent, so that a review shows what a reader would see change. */
final class GoldenPagesTest {
  @TempDir Path folder;

  @Test
  void theOverview() {
    Golden.assertSame("overview.html", page("/books/blue-cup"));
  }

  @Test
  void aPayoutThatDoesNotTie() {
    Golden.assertSame("payout.html", page("/books/blue-cup/payouts/po_2DoesNotTie"));
  }

  @Test
  void theOperations() {
    Golden.assertSame("operations.html", page("/operations"));
  }

  /** Without what is new in every session and every version of the style sheet. */
  private String page(String path) {
    TestPortal portal = TestPortal.filled(folder);
    String link = portal.link("Olga", Role.OPS, TestPortal.BLUE);
    String cookie =
        Asking.post(
                portal.function(),
                "/sign-in",
                Map.of("token", link.substring(link.indexOf('=') + 1)))
            .answer()
            .cookie()
            .split(";", 2)[0];
    return Asking.get(portal.function(), path)
        .as(cookie)
        .answer()
        .text()
        .replaceAll("name=\"form\" value=\"[^\"]*\"", "name=\"form\" value=\"KEY\"")
        .replaceAll("\\.[0-9a-f]{16}\\.", ".HASH.");
  }
}
