package io.daybook.cloud.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to know and to do once a release runs. */
final class NextSteps {
  /** The outputs that a person needs, as the template names them; scripts get all of them. */
  private static final Map<String, String> ADDRESSES = new LinkedHashMap<>();

  static {
    ADDRESSES.put("WebhookBaseUrl", "Webhooks");
    ADDRESSES.put("PortalUrl", "Portal");
    ADDRESSES.put("DomainTarget", "Your domain must point to");
  }

  private NextSteps() {}

  /** Where things are, a line each. */
  static List<String> addresses(Map<String, String> outputs) {
    List<String> lines = new ArrayList<>();
    ADDRESSES.forEach((key, title) -> {
      if (outputs.containsKey(key)) {
        lines.add("  " + title + ": " + outputs.get(key));
      }
    });
    return lines;
  }

  static String after(Rollout.Start start, Stage stage) {
    return switch (start) {
      case NEW ->
          "Next: if you named an --context alarmMail, confirm the mail that AWS sends there; look at the dashboard; then"
              + " connect the first source: its webhook address is the one above with /hooks/{source}/{book}.{connection}"
              + " behind it. See docs/deploying.md.";
      case RUNNING ->
          "Watch the dashboard for an hour. The way back: './daybook rollback --stage "
              + stage
              + "'.";
    };
  }
}
