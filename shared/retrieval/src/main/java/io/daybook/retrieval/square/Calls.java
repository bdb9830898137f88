package io.daybook.retrieval.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.http.Answer;
import io.daybook.retrieval.http.Attempts;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls of Square's API, tried a few times where trying again can help. */
final class Calls {
  /** The API version; what is read uses only its fields. */
  static final String VERSION = "2026-09-16";

  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);
  private static final int LONGEST_REASON = 300;

  /** A body and how it is sent. */
  private record Sent(String method, JsonNode json) {}

  private final Attempts attempts;

  Calls(Attempts attempts) {
    this.attempts = attempts;
  }

  Answer get(Endpoint endpoint, String path, Map<String, String> query) {
    return ask(endpoint, path, query, Optional.empty());
  }

  Answer put(Endpoint endpoint, String path, JsonNode body) {
    return ask(endpoint, path, Map.of(), Optional.of(new Sent("PUT", body)));
  }

  Answer post(Endpoint endpoint, String path, JsonNode body) {
    return ask(endpoint, path, Map.of(), Optional.of(new Sent("POST", body)));
  }

  private Answer ask(
      Endpoint endpoint, String path, Map<String, String> query, Optional<Sent> body) {
    return attempts.call(
        () -> request(endpoint, path, query, body),
        response -> Optional.of(read(endpoint, response)),
        Answer.Failed::new);
  }

  private static Request request(
      Endpoint endpoint, String path, Map<String, String> query, Optional<Sent> body) {
    HttpUrl.Builder url =
        HttpUrl.get(endpoint.base().toString()).newBuilder().addPathSegments(path);
    query.forEach(url::addQueryParameter);
    Request.Builder request =
        new Request.Builder()
            .url(url.build())
            .header("Authorization", "Bearer " + new String(endpoint.token().bytes(), UTF_8))
            .header("Square-Version", VERSION)
            .header("Accept", "application/json");
    return body.map(sent ->
            request.method(
                sent.method(), RequestBody.create(sent.json().toString().getBytes(UTF_8), JSON)))
        .orElse(request)
        .build();
  }

  private Answer read(Endpoint endpoint, Response response) throws IOException {
    if (response.code() == Attempts.THROTTLED) {
      return new Answer.Failed(new Fetched.Throttled(retryAfter(response)));
    }
    JsonNode root;
    try {
      root = JsonTranslation.read(Attempts.body(response)).node();
    } catch (FieldProblem e) {
      if (!response.isSuccessful()) {
        return refused(response.code(), "HTTP " + response.code());
      }
      throw new IOException("the answer is not JSON: " + e.getMessage(), e);
    }
    return response.isSuccessful()
        ? new Answer.Body(root)
        : refused(response.code(), reason(endpoint, response.code(), root));
  }

  /** Square's code and words, without the token. */
  private static String reason(Endpoint endpoint, int status, JsonNode root) {
    JsonNode error = root.path("errors").path(0);
    String code = error.path("code").asText("HTTP " + status);
    String detail = error.path("detail").asText("");
    String text = detail.isEmpty() ? code : code + ": " + detail;
    String safe = endpoint.hush(text);
    return safe.length() > LONGEST_REASON ? safe.substring(0, LONGEST_REASON) + "…" : safe;
  }

  /** As the platform says; Square says nothing as a rule, and asks for a growing, jittered pause. */
  private Duration retryAfter(Response response) {
    return Attempts.asked(response.headers(), "Retry-After")
        .orElseGet(() -> attempts.jittered(USUAL_PAUSE));
  }

  private static Answer refused(int status, String reason) {
    return new Answer.Failed(new Fetched.Refused(status, reason));
  }

  /** False if interrupted. */
  boolean waited(Duration duration) {
    return attempts.waited(duration);
  }
}
