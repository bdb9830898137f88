package io.daybook.retrieval.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.http.Answer;
import io.daybook.retrieval.http.Attempts;
import io.daybook.retrieval.http.CallFailed;
import io.daybook.sources.Secret;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import io.daybook.sources.magento.MagentoPlatform;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Calls of Magento's API, tried a few times where trying again can help. */
final class Calls {
  /** The API's version, which stands in its paths and has been the only one since 2015. */
  private static final String VERSION = "V1";

  private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final int LONGEST_REASON = 300;

  private final Attempts attempts;
  private final OAuth oauth;

  Calls(Attempts attempts, OAuth oauth) {
    this.attempts = attempts;
    this.oauth = oauth;
  }

  /** Asks for a list. */
  Answer get(Endpoint endpoint, String path, Map<String, String> query) {
    return attempts.call(
        () -> request(endpoint, path, query),
        response -> Optional.of(read(endpoint, response)),
        Answer.Failed::new);
  }

  /** A further call of a page, whose loss would lose those before it: it waits within bounds. */
  JsonNode must(Endpoint endpoint, String path, Map<String, String> query) throws CallFailed {
    Answer answer = get(endpoint, path, query);
    if (answer instanceof Answer.Failed(Fetched.Throttled(Duration wait))
        && wait.compareTo(LONGEST_WAIT) <= 0
        && attempts.waited(wait)) {
      answer = get(endpoint, path, query);
    }
    return answer.must();
  }

  /** A text that anybody may read, such as a public key: no credential is sent. */
  Optional<String> open(HttpUrl url) {
    return attempts.call(
        () -> new Request.Builder().url(url).build(),
        response ->
            Optional.of(
                response.isSuccessful()
                    ? Optional.of(new String(Attempts.body(response), UTF_8))
                    : Optional.<String>empty()),
        _ -> Optional.empty());
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

  /** As the shop's gateway says, if it does. */
  private Duration retryAfter(Response response) {
    return Attempts.asked(response.headers(), "Retry-After")
        .orElseGet(() -> attempts.jittered(USUAL_PAUSE));
  }

  private static Answer refused(int status, String reason) {
    return new Answer.Failed(new Fetched.Refused(status, reason));
  }
}
