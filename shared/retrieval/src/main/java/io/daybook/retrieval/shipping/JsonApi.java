package io.daybook.retrieval.shipping;

import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.http.Attempts;
import io.daybook.retrieval.http.Limits;
import io.daybook.retrieval.http.Pause;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Calls over HTTP, tried a few times where trying again can help. Safe for use by several threads. */
public final class JsonApi {
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final int NOT_FOUND = 404;

  private final Attempts attempts;

  /** With a client of its own. */
  public JsonApi() {
    this(new OkHttpClient(), Thread::sleep, new SecureRandom());
  }

  /** With a client, a pause and a die of one's own. */
  public JsonApi(OkHttpClient client, Pause pause, RandomGenerator jitter) {
    this.attempts = new Attempts(Limits.USUAL.on(client), pause, jitter);
  }

  /** The calls of one page: a further one, whose loss would lose those before it, waits for the platform within bounds. */
  public final class Session {
    private final Map<String, String> headers;
    private Duration rest = Duration.ZERO;
    private boolean isFirst = true;

    private Session(Map<String, String> headers) {
      this.headers = Map.copyOf(headers);
    }

    /** Asks for JSON. */
    public Got get(HttpUrl url) {
      boolean first = isFirst;
      isFirst = false;
      if (!await(rest)) {
        return new Got.Failed(new Fetched.Throttled(rest));
      }
      Got got = ask(url);
      if (!first && got instanceof Got.Failed(Fetched.Throttled(Duration wait)) && await(wait)) {
        return ask(url);
      }
      return got;
    }

    private Got ask(HttpUrl url) {
      return attempts.call(() -> request(url), this::read, Got.Failed::new);
    }

    private Request request(HttpUrl url) {
      Request.Builder builder = new Request.Builder().url(url).header("Accept", "application/json");
      headers.forEach(builder::header);
      return builder.build();
    }

    private Optional<Got> read(Response response) throws IOException {
      rest = spent(response.headers());
      return Optional.of(JsonApi.read(response));
    }
  }

  /** Begins a page with headers that let us in. */
  public Session session(Map<String, String> headers) {
    return new Session(headers);
  }

  private static Got read(Response response) throws IOException {
    if (response.code() == Attempts.THROTTLED) {
      return new Got.Failed(new Fetched.Throttled(pause(response.headers()).orElse(USUAL_PAUSE)));
    }
    if (response.code() == NOT_FOUND) {
      return new Got.Missing();
    }
    if (!response.isSuccessful()) {
      return refused(response.code(), "HTTP " + response.code());
    }
    try {
      return new Got.Json(
          JsonTranslation.read(JsonTranslation.rooted(Attempts.body(response))).node());
    } catch (FieldProblem e) {
      throw new IOException("the answer is not JSON: " + e.getMessage(), e);
    }
  }

  /** How long to wait until the next call: nothing, unless the platform says that none is left. */
  private static Duration spent(Headers headers) {
    boolean none =
        Optional.ofNullable(headers.get("X-Rate-Limit-Remaining"))
            .filter(left -> left.strip().equals("0"))
            .isPresent();
    return none ? pause(headers).orElse(USUAL_PAUSE) : Duration.ZERO;
  }

  /** Under either of the names in use. */
  private static Optional<Duration> pause(Headers headers) {
    return Attempts.asked(headers, "Retry-After", "X-Rate-Limit-Reset");
  }

  private static Got refused(int status, String reason) {
    return new Got.Failed(new Fetched.Refused(status, reason));
  }

  private boolean await(Duration wait) {
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      return false;
    }
    return wait.isZero() || attempts.waited(wait);
  }
}
