package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.sources.Secret;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One query over HTTP, tried a few times where trying again can help. */
final class GraphqlCall {
  /** The API version; the documents use only its fields. */
  static final String VERSION = "2026-10";

  private static final MediaType JSON = MediaType.get("application/json");
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final long LARGEST_ANSWER = 32L * 1024 * 1024;
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int UNAUTHORISED = 401;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final OkHttpClient client;
  private final AccessTokens tokens;
  private final Pause pause;
  private final RandomGenerator jitter;

  /** Shops whose token may not read places, as far as this process has seen. */
  private final Set<URI> placeless = ConcurrentHashMap.newKeySet();

  GraphqlCall(OkHttpClient client, AccessTokens tokens, Pause pause, RandomGenerator jitter) {
    this.client = client;
    this.tokens = tokens;
    this.pause = pause;
    this.jitter = jitter;
  }

  Answer ask(Endpoint endpoint, Document document, ObjectNode variables) {
    boolean places = document.asksForPlaces() && !placeless.contains(endpoint.base());
    Answer answer =
        ask(endpoint, document, places ? document.text() : document.textWithoutPlaces(), variables);
    if (places && isDenied(answer)) {
      // The token has not the scope: all the rest is read all the same.
      placeless.add(endpoint.base());
      return ask(endpoint, document, document.textWithoutPlaces(), variables);
    }
    return answer;
  }

  /** {@code Access denied for location field. Required access: `read_locations` access scope.} */
  private static boolean isDenied(Answer answer) {
    return answer instanceof Answer.Failed(Fetched.Refused(int _, String reason))
        && reason.startsWith("ACCESS_DENIED")
        && reason.contains("read_locations");
  }

  private Answer ask(Endpoint endpoint, Document document, String text, ObjectNode variables) {
    Answer answer = askOnce(endpoint, document, text, variables);
    if (answer instanceof Answer.Failed(Fetched.Refused(int status, String _))
        && status == UNAUTHORISED
        && tokens.isGranted(endpoint)) {
      // A granted token ends, and may be withdrawn before: a new one is worth one try.
      tokens.forget(endpoint);
      return askOnce(endpoint, document, text, variables);
    }
    return answer;
  }

  private Answer askOnce(Endpoint endpoint, Document document, String text, ObjectNode variables) {
    return switch (tokens.of(endpoint)) {
      case AccessTokens.Granted.Token token ->
          ask(endpoint, token.secret(), document, text, variables);
      case AccessTokens.Granted.None none -> new Answer.Failed(none.why());
    };
  }

  private Answer ask(
      Endpoint endpoint, Secret token, Document document, String text, ObjectNode variables) {
    Request request;
    try {
      request = request(endpoint, token, text, variables);
    } catch (IllegalArgumentException e) {
      // Its message may hold the token.
      return refused(0, "the address or the token cannot be used in a request");
    }
    String reason = "";
    int attempts = document.isRepeatable() ? ATTEMPTS : 1;
    for (int attempt = 1; attempt <= attempts; attempt++) {
      if (attempt > 1 && !backOff(attempt)) {
        return new Answer.Failed(new Fetched.Unavailable("interrupted"));
      }
      try (Response response = client.newCall(request).execute()) {
        if (response.code() < SERVER_ERROR) {
          Optional<Answer> answer = read(endpoint, response);
          if (answer.isPresent()) {
            return answer.get();
          }
          reason = "the platform reports an internal error";
        } else {
          reason = "HTTP " + response.code();
        }
      } catch (IOException e) {
        reason = e.getClass().getSimpleName();
      }
    }
    return new Answer.Failed(
        new Fetched.Unavailable(attempts == 1 ? reason : reason + ", " + attempts + " times"));
  }

  private static Request request(
      Endpoint endpoint, Secret token, String text, ObjectNode variables) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("query", text);
    body.set("variables", variables);
    HttpUrl base = HttpUrl.get(endpoint.base().toString());
    return new Request.Builder()
        .url(base.newBuilder().addPathSegments("admin/api/" + VERSION + "/graphql.json").build())
        .header("X-Shopify-Access-Token", new String(token.bytes(), UTF_8))
        .header("Accept", "application/json")
        .post(RequestBody.create(body.toString().getBytes(UTF_8), JSON))
        .build();
  }

  /** The answer; none if the platform failed inside, so that trying again may help. */
  private static Optional<Answer> read(Endpoint endpoint, Response response) throws IOException {
    if (response.code() == TOO_MANY_REQUESTS) {
      return Optional.of(new Answer.Failed(new Fetched.Throttled(retryAfter(response))));
    }
    if (!response.isSuccessful()) {
      return Optional.of(refused(response.code(), "HTTP " + response.code()));
    }
    byte[] body = bytes(response);
    JsonNode root;
    try {
      root = JsonTranslation.read(body).node();
    } catch (FieldProblem e) {
      throw new IOException("the answer is not JSON: " + e.getMessage(), e);
    }
    Cost cost = Cost.of(root.path("extensions").path("cost"));
    JsonNode errors = root.path("errors");
    if (!errors.isMissingNode() && !errors.isNull() && !errors.isEmpty()) {
      return failure(endpoint, errors, cost);
    }
    JsonNode data = root.path("data");
    return Optional.of(
        data.isObject()
            ? new Answer.Data(data, cost.refill(), version(response))
            : refused(response.code(), "an answer without data"));
  }

  /** Which version answered: another than was asked for, once that is not served any more. */
  private static String version(Response response) {
    return Optional.ofNullable(response.header("X-Shopify-API-Version")).orElse("");
  }

  private static Optional<Answer> failure(Endpoint endpoint, JsonNode errors, Cost cost) {
    JsonNode first = errors.isArray() ? errors.get(0) : errors;
    String message =
        first.isTextual() ? first.textValue() : first.path("message").asText("no message");
    String code = first.path("extensions").path("code").asText("");
    return switch (code) {
      case "THROTTLED" -> {
        Duration wait = cost.refill().isZero() ? USUAL_PAUSE : cost.refill();
        yield Optional.of(new Answer.Failed(new Fetched.Throttled(bounded(wait))));
      }
      case "MAX_COST_EXCEEDED" -> Optional.of(new Answer.TooDear());
      case "INTERNAL_SERVER_ERROR" -> Optional.empty();
      case String other -> Optional.of(refused(200, Reasons.of(code, message, endpoint)));
    };
  }

  /** The body, of bounded size; a larger one is an error and not a part of an answer. */
  private static byte[] bytes(Response response) throws IOException {
    if (response.body().source().request(LARGEST_ANSWER + 1)) {
      throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
    }
    return response.body().source().readByteArray();
  }

  private static Duration retryAfter(Response response) {
    // Seconds; Shopify writes 2.0. A fraction is waited for as a whole one.
    return Optional.ofNullable(response.header("Retry-After"))
        .filter(header -> header.matches("[0-9]{1,6}([.][0-9]+)?"))
        .map(header -> new BigDecimal(header).setScale(0, RoundingMode.CEILING).longValueExact())
        .map(seconds -> bounded(Duration.ofSeconds(seconds)))
        .orElse(USUAL_PAUSE);
  }

  private static Duration bounded(Duration wait) {
    if (wait.compareTo(LONGEST_PAUSE) > 0) {
      return LONGEST_PAUSE;
    }
    return wait.isPositive() ? wait : USUAL_PAUSE;
  }

  private static Answer refused(int status, String reason) {
    return new Answer.Failed(new Fetched.Refused(status, reason));
  }

  /** Waits twice as long each time, jittered between half and the whole. */
  private boolean backOff(int attempt) {
    long most = FIRST_BACKOFF.toMillis() << (attempt - 2);
    try {
      pause.pause(Duration.ofMillis(most / 2 + jitter.nextLong(most / 2 + 1)));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
