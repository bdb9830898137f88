package io.daybook.retrieval.shipstation;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Retriever.Keys;
import io.daybook.retrieval.shipping.Got;
import io.daybook.retrieval.shipping.JsonApi;
import io.daybook.sources.shipstation.PublishedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The JSON Web Key Set by which webhooks are signed: {@code https://api.shipengine.com/jwks} for both of the platform's own
 * addresses, and {@code /jwks} on the host of any other. It is public: no key of ours is sent.
 */
final class KeySet {
  private static final String OWN = "api.shipstation.com";
  private static final HttpUrl PUBLISHED = HttpUrl.get("https://api.shipengine.com/jwks");

  private final JsonApi api;

  KeySet(JsonApi api) {
    this.api = api;
  }

  Keys fetch(Endpoint endpoint) {
    HttpUrl base = HttpUrl.get(endpoint.base().toString());
    HttpUrl url =
        base.host().equals(OWN)
            ? PUBLISHED
            : base.newBuilder().encodedPath("/jwks").query(null).build();
    return switch (api.session(Map.of()).get(url)) {
      case Got.Json json -> read(json.root());
      case Got.Missing _ -> new Keys.Unread("HTTP 404");
      case Got.Failed failed -> new Keys.Unread(failed.why().getClass().getSimpleName());
    };
  }

  private static Keys read(JsonNode set) {
    List<String> lines = new ArrayList<>();
    for (JsonNode key : set.path("keys")) {
      Optional<String> line =
          PublishedKeys.line(
              key.path("kid").asText(""), key.path("n").asText(""), key.path("e").asText(""));
      line.ifPresent(lines::add);
    }
    return lines.isEmpty()
        ? new Keys.Unread("no RSA key among them")
        : new Keys.Published(Bytes.utf8(String.join("\n", lines)));
  }
}
