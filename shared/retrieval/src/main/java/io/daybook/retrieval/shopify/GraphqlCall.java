package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.http.Attempts;
import io.daybook.sources.Secret;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One query over HTTP, tried a few times where trying again can help. */
final class GraphqlCall {
  /** The API version; the documents use only its fields. */
  static final String VERSION = "2026-10";

  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);
  private static final int UNAUTHORISED = 401;

  private final Attempts attempts;
  private final AccessTokens tokens;

  /** Shops whose token may not read places, as far as this process has seen. */
  private final Set<URI> placeless = ConcurrentHashMap.newKeySet();

  GraphqlCall(Attempts attempts, AccessTokens tokens) {
    this.attempts = attempts;
    this.tokens = tokens;
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
    return (document.isRepeatable() ? attempts : attempts.once())
        .call(
            () -> request(endpoint, token, text, variables),
            response -> read(endpoint, response),
            Answer.Failed::new);
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
    if (response.code() == Attempts.THROTTLED) {
      return Optional.of(new Answer.Failed(new Fetched.Throttled(retryAfter(response))));
    }
    if (!response.isSuccessful()) {
      return Optional.of(refused(response.code(), "HTTP " + response.code()));
    }
    byte[] body = Attempts.body(response);
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
        yield Optional.of(new Answer.Failed(new Fetched.Throttled(Attempts.bounded(wait))));
      }
      case "MAX_COST_EXCEEDED" -> Optional.of(new Answer.TooDear());
      case "INTERNAL_SERVER_ERROR" -> Optional.empty();
      case String other -> Optional.of(refused(200, Reasons.of(code, message, endpoint)));
    };
  }

  private static Duration retryAfter(Response response) {
    return Attempts.asked(response.headers(), "Retry-After").orElse(USUAL_PAUSE);
  }

  private static Answer refused(int status, String reason) {
    return new Answer.Failed(new Fetched.Refused(status, reason));
  }
}
