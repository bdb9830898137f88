package io.daybook.retrieval.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls of Square's API, tried a few times where trying again can help. */
final class Calls {
  /** The API version; what is read uses only its fields. */
  static final String VERSION = "2026-09-16";

  private static final MediaType JSON = MediaType.get("application/json");
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final long LARGEST_ANSWER = 32L * 1024 * 1024;
  private static final int LONGEST_REASON = 300;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final OkHttpClient client;
  private final Pause pause;
  private final RandomGenerator jitter;

  Calls(OkHttpClient client, Pause pause, RandomGenerator jitter) {
    this.client = client;
    this.pause = pause;
    this.jitter = jitter;
  }

  Answer get(Endpoint endpoint, String path, Map<String, String> query) {
    return ask(endpoint, path, query, Optional.empty());
  }

  Answer post(Endpoint endpoint, String path, JsonNode body) {
    return ask(endpoint, path, Map.of(), Optional.of(body));
  }

  private Answer ask(
      Endpoint endpoint, String path, Map<String, String> query, Optional<JsonNode> body) {
    Request request;
    try {
      request = request(endpoint, path, query, body);
    } catch (IllegalArgumentException e) {
      // Its message may hold the token.
      return refused(0, "the address or the token cannot be used in a request");
    }
    String reason = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (attempt > 1 && !backOff(attempt)) {
        return new Answer.Failed(new Fetched.Unavailable("interrupted"));
      }
      try (Response response = client.newCall(request).execute()) {
        if (response.code() < SERVER_ERROR) {
          return read(endpoint, response);
        }
        reason = "HTTP " + response.code();
      } catch (IOException e) {
        reason = e.getClass().getSimpleName();
      }
    }
    return new Answer.Failed(new Fetched.Unavailable(reason + ", " + ATTEMPTS + " times"));
  }

  private static Request request(
      Endpoint endpoint, String path, Map<String, String> query, Optional<JsonNode> body) {
    HttpUrl.Builder url =
        HttpUrl.get(endpoint.base().toString()).newBuilder().addPathSegments(path);
    query.forEach(url::addQueryParameter);
    Request.Builder request =
        new Request.Builder()
            .url(url.build())
            .header("Authorization", "Bearer " + new String(endpoint.token().bytes(), UTF_8))
            .header("Square-Version", VERSION)
            .header("Accept", "application/json");
    return body.map(json -> request.post(RequestBody.create(json.toString().getBytes(UTF_8), JSON)))
        .orElse(request)
        .build();
  }

  private Answer read(Endpoint endpoint, Response response) throws IOException {
    if (response.code() == TOO_MANY_REQUESTS) {
      return new Answer.Failed(new Fetched.Throttled(retryAfter(response)));
    }
    JsonNode root;
    try {
      root = JsonTranslation.read(bytes(response)).node();
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

  private static byte[] bytes(Response response) throws IOException {
    if (response.body().source().request(LARGEST_ANSWER + 1)) {
      throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
    }
    return response.body().source().readByteArray();
  }

  /** As the platform says; Square says nothing as a rule, and asks for a growing, jittered pause. */
  private Duration retryAfter(Response response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .map(header -> header.strip().toLowerCase(Locale.ROOT))
        .filter(header -> header.matches("[0-9]{1,6}"))
        .map(header -> Duration.ofSeconds(Long.parseLong(header)))
        .filter(Duration::isPositive)
        .map(wait -> wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait)
        .orElseGet(() -> USUAL_PAUSE.plusMillis(jitter.nextLong(1000)));
  }

  private static Answer refused(int status, String reason) {
    return new Answer.Failed(new Fetched.Refused(status, reason));
  }

  /** Waits twice as long each time, jittered between half and the whole. */
  private boolean backOff(int attempt) {
    long most = FIRST_BACKOFF.toMillis() << (attempt - 2);
    return waited(Duration.ofMillis(most / 2 + jitter.nextLong(most / 2 + 1)));
  }

  /** False if interrupted. */
  boolean waited(Duration duration) {
    try {
      pause.pause(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
