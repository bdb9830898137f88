package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Subscribed;
import io.daybook.retrieval.stripe.StripeApi.Answer;
import io.daybook.retrieval.stripe.StripeApi.Single;
import io.daybook.sources.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has an account's events sent to the connection's address. Stripe disables an endpoint that fails for days, so that this is
 * checked again and again. Endpoints of other addresses are left alone, but for that of this connection at an address of
 * before (same path, another host). An endpoint that is made is signed with a secret of its own, which Stripe tells once.
 */
final class WebhookEndpoints {
  private static final String PATH = "/v1/webhook_endpoints";
  private static final int PAGE = 100;

  /** Stripe allows 16 endpoints an account; more than so many pages are not looked at. */
  private static final int MOST_PAGES = 5;

  private final StripeApi api;
  private final List<String> types;

  /** Endpoints for events of these types. */
  WebhookEndpoints(StripeApi api, List<String> types) {
    this.api = api;
    this.types = types;
  }

  Subscribed check(URI hook) {
    List<JsonNode> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      switch (api.list(Query.of(PATH, PAGE).after(after))) {
        case Answer.Failed failed -> {
          return new Subscribed.Failed(Failures.words(failed.outcome()));
        }
        case Answer.Listed(StripeList list) -> {
          list.items().forEach(item -> all.add(item.tree()));
          after = list.next();
        }
      }
      if (after.isEmpty()) {
        break;
      }
    }
    return all.stream()
        .filter(one -> one.path("url").asText().equals(hook.toString()))
        .findFirst()
        .or(() -> all.stream().filter(one -> samePath(one.path("url").asText(), hook)).findFirst())
        .map(one -> mend(one, hook))
        .orElseGet(() -> make(hook));
  }

  private Subscribed make(URI hook) {
    Form form =
        new Form()
            .with("url", hook.toString())
            .with("api_version", StripeApi.VERSION)
            .with("description", "Daybook")
            .with("enabled_events", types);
    return switch (api.post(PATH, form)) {
      case Single.Failed failed -> new Subscribed.Failed(Failures.words(failed.outcome()));
      case Single.Found found ->
          new Subscribed.Checked(
              types, types, List.of(), List.of(), secret(found.object().path("secret")));
    };
  }

  private static Optional<Secret> secret(JsonNode told) {
    return told.asText("").isEmpty()
        ? Optional.empty()
        : Optional.of(new Secret(told.asText().getBytes(UTF_8)));
  }

  private Subscribed mend(JsonNode endpoint, URI hook) {
    List<String> remarks = new ArrayList<>();
    String version = endpoint.path("api_version").asText("");
    if (!version.isEmpty() && !version.equals(StripeApi.VERSION)) {
      remarks.add(
          "The webhook endpoint is written in API version "
              + version
              + " and not in "
              + StripeApi.VERSION
              + ": it is understood; delete it at Stripe to have it made anew.");
    }
    Set<String> enabled = new HashSet<>();
    endpoint.path("enabled_events").forEach(type -> enabled.add(type.asText()));
    boolean whole = enabled.contains("*") || enabled.containsAll(types);
    boolean right =
        endpoint.path("url").asText().equals(hook.toString())
            && endpoint.path("status").asText("enabled").equals("enabled");
    if (whole && right) {
      return new Subscribed.Checked(types, List.of(), List.of(), remarks);
    }
    Form form = new Form().with("url", hook.toString()).with("disabled", "false");
    if (!whole) {
      Set<String> all = new HashSet<>(enabled);
      all.addAll(types);
      form = form.with("enabled_events", all.stream().sorted().toList());
    }
    List<String> mended =
        right ? types.stream().filter(type -> !enabled.contains(type)).toList() : types;
    return switch (api.post(PATH + "/" + endpoint.path("id").asText(), form)) {
      case Single.Failed failed -> new Subscribed.Failed(Failures.words(failed.outcome()));
      case Single.Found _ -> new Subscribed.Checked(types, List.of(), mended, remarks);
    };
  }

  private static boolean samePath(String url, URI hook) {
    int slashes = url.indexOf("//");
    int path = slashes < 0 ? -1 : url.indexOf('/', slashes + 2);
    return path >= 0 && url.substring(path).equals(hook.getPath());
  }
}
