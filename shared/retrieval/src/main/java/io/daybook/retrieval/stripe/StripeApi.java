package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One merchant's way into Stripe's API. Reads lists, keeps webhook endpoints, and turns what goes wrong into what the sweep understands. */
final class StripeApi {
  /** The version in which every answer is asked for: that of the library, so that both change together. */
  static final String VERSION = Stripe.API_VERSION;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(30);
  private static final int RETRIES = 2;

  /** Stripe names no pause; its limits count by the second. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final StripeClient client;

  StripeApi(Endpoint endpoint) {
    this.client =
        StripeClient.builder()
            .setApiKey(new String(endpoint.token().bytes(), UTF_8))
            .setApiBase(endpoint.base().toString().replaceAll("/+$", ""))
            .setConnectTimeout(Math.toIntExact(CONNECT.toMillis()))
            .setReadTimeout(Math.toIntExact(READ.toMillis()))
            .setMaxNetworkRetries(RETRIES)
            .build();
  }

  /** What a request came to. */
  sealed interface Answer {
    /** A list. */
    record Listed(StripeList list) implements Answer {}

    /** None, and what the sweep is to make of it. */
    record Failed(Fetched outcome) implements Answer {}
  }

  Answer list(Query query) {
    try {
      String body = client.rawRequest(RequestMethod.GET, query.toString(), null).body();
      return new Answer.Listed(StripeList.parse(body.getBytes(UTF_8)));
    } catch (StripeException e) {
      return new Answer.Failed(outcome(e));
    } catch (IOException e) {
      return new Answer.Failed(new Fetched.Unavailable("Stripe's answer is not a list of objects"));
    }
  }

  /** One object, or what was made of it. */
  sealed interface Single {
    /** It. */
    record Found(JsonNode object) implements Single {}

    /** Not it, and what the sweep is to make of that. */
    record Failed(Fetched outcome) implements Single {}
  }

  Single get(String path) {
    return single(RequestMethod.GET, path, null);
  }

  /** The same request twice is one, by an idempotency key of the library's for as long as it retries. */
  Single post(String path, Form form) {
    return single(RequestMethod.POST, path, form.toString());
  }

  private Single single(RequestMethod method, String path, @Nullable String form) {
    try {
      return new Single.Found(MAPPER.readTree(client.rawRequest(method, path, form).body()));
    } catch (StripeException e) {
      return new Single.Failed(outcome(e));
    } catch (IOException e) {
      return new Single.Failed(new Fetched.Unavailable("Stripe's answer is no object"));
    }
  }

  private static Fetched outcome(StripeException e) {
    int status = Optional.ofNullable(e.getStatusCode()).orElse(0);
    if (e instanceof RateLimitException || status == 429) {
      return new Fetched.Throttled(PAUSE);
    }
    if (e instanceof ApiConnectionException) {
      return new Fetched.Unavailable("no connection to Stripe");
    }
    // A conflict (409) is a lock that somebody else holds: the same request succeeds later.
    return status >= 400 && status < 500 && status != 409
        ? new Fetched.Refused(status, reason(e))
        : new Fetched.Unavailable("Stripe answered " + status + ": " + reason(e));
  }

  /** Never the message: it quotes the key or the parameters. */
  private static String reason(StripeException e) {
    String code = Optional.ofNullable(e.getCode()).orElse(e.getClass().getSimpleName());
    return code + Optional.ofNullable(e.getRequestId()).map(id -> ", request " + id).orElse("");
  }
}
