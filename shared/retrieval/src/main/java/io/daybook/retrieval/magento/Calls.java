package io.daybook.retrieval.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.shipping.Pause;
import io.daybook.sources.Secret;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import io.daybook.sources.magento.MagentoPlatform;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Calls of Magento's API, tried a few times where trying again can help. */
final class Calls {
  /** The API's version, which stands in its paths and has been the only one since 2015. */
  private static final String VERSION = "V1";

  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final long LARGEST_ANSWER = 32L * 1024 * 1024;
  private static final int LONGEST_REASON = 300;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final OkHttpClient client;
  private final Pause pause;
  private final RandomGenerator jitter;
  private final OAuth oauth;

  Calls(OkHttpClient client, Pause pause, RandomGenerator jitter, OAuth oauth) {
    this.client = client;
    this.pause = pause;
    this.jitter = jitter;
    this.oauth = oauth;
  }

  /** Asks for a list. */
  Answer get(Endpoint endpoint, String path, Map<String, String> query) {
    for (int attempt = 1; ; attempt++) {
      Request request;
      try {
        // Anew each time: a signature holds for one request only.
        request = request(endpoint, path, query);
      } catch (IllegalArgumentException e) {
        // Its message may hold the token.
        return refused(0, "the address or the token cannot be used in a request");
      }
      String reason;
      try (Response response = client.newCall(request).execute()) {
        if (response.code() < SERVER_ERROR) {
          return read(endpoint, response);
        }
        reason = "HTTP " + response.code();
      } catch (IOException e) {
        reason = e.getClass().getSimpleName();
      }
      if (attempt == ATTEMPTS || !backOff(attempt)) {
        return new Answer.Failed(new Fetched.Unavailable(reason + ", " + attempt + " times"));
      }
    }
  }

  /** A further call of a page, whose loss would lose those before it: it waits within bounds. */
  JsonNode must(Endpoint endpoint, String path, Map<String, String> query) throws CallFailed {
    Answer answer = get(endpoint, path, query);
    if (answer instanceof Answer.Failed(Fetched.Throttled(Duration wait))
        && wait.compareTo(LONGEST_WAIT) <= 0
        && waited(wait)) {
      answer = get(endpoint, path, query);
    }
    return body(answer);
  }

  static JsonNode body(Answer answer) throws CallFailed {
    return switch (answer) {
      case Answer.Body body -> body.json();
      case Answer.Failed failed -> throw new CallFailed(failed.why());
    };
  }

  /** A text that anybody may read, such as a public key: no credential is sent. */
  Optional<String> open(HttpUrl url) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
        if (response.isSuccessful()) {
          return Optional.of(new String(bytes(response), UTF_8));
        }
        if (response.code() < SERVER_ERROR) {
          return Optional.empty();
        }
      } catch (IOException e) {
        // As good as a server's error: tried again.
      }
      if (attempt < ATTEMPTS && !backOff(attempt)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Request request(Endpoint endpoint, String path, Map<String, String> query) {
    HttpUrl base = HttpUrl.get(endpoint.base().toString());
    HttpUrl.Builder url = base.newBuilder().query(null);
    // Adobe's cloud service has the version at the end of its address already.
    if (!base.encodedPath().endsWith("/" + VERSION)) {
      url.addPathSegments("rest/" + VERSION);
    }
    url.addPathSegments(path);
    String signed = url.build().toString();
    query.forEach(
        (name, value) -> url.addEncodedQueryParameter(OAuth.encoded(name), OAuth.encoded(value)));
    return new Request.Builder()
        .url(url.build())
        .header("Authorization", authorization(endpoint, signed, query))
        .header("Accept", "application/json")
        .build();
  }

  private String authorization(Endpoint endpoint, String url, Map<String, String> query) {
    Optional<Secret> key = endpoint.credential(MagentoPlatform.CONSUMER_KEY);
    Optional<Secret> secret = endpoint.credential(MagentoPlatform.CONSUMER_SECRET);
    Optional<Secret> tokenSecret = endpoint.credential(MagentoPlatform.TOKEN_SECRET);
    return key.isPresent() && secret.isPresent() && tokenSecret.isPresent()
        ? oauth.header(
            url,
            query,
            new OAuth.Credentials(key.get(), secret.get(), endpoint.token(), tokenSecret.get()))
        : "Bearer " + new String(endpoint.token().bytes(), UTF_8);
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
      // A login or maintenance page: not this API.
      return refused(
          response.code(), "the answer is not Magento's JSON; is this the shop's address?");
    }
    return response.isSuccessful()
        ? new Answer.Body(root)
        : refused(response.code(), reason(endpoint, response.code(), root));
  }

  /** Magento's words, without the credentials. */
  private static String reason(Endpoint endpoint, int status, JsonNode root) {
    String message = root.path("message").asText("HTTP " + status);
    String text =
        message.replace("%resources", root.path("parameters").path("resources").asText(""));
    String safe = endpoint.hush(text);
    return safe.length() > LONGEST_REASON ? safe.substring(0, LONGEST_REASON) + "…" : safe;
  }

  private static byte[] bytes(Response response) throws IOException {
    if (response.body().source().request(LARGEST_ANSWER + 1)) {
      throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
    }
    return response.body().source().readByteArray();
  }

  /** As the shop's gateway says, if it does. */
  private Duration retryAfter(Response response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .map(String::strip)
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
    long most = FIRST_BACKOFF.toMillis() << (attempt - 1);
    return waited(Duration.ofMillis(most / 2 + jitter.nextLong(most / 2 + 1)));
  }

  /** False if interrupted. */
  private boolean waited(Duration duration) {
    try {
      pause.pause(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
