package io.daybook.retrieval.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.retrieval.Fetched;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final long LARGEST_ANSWER = 32L * 1024 * 1024;
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final OkHttpClient client;
  private final Pause pause;
  private final RandomGenerator jitter;

  /** With a client of its own. */
  public JsonApi() {
    this(new OkHttpClient(), Thread::sleep, new SecureRandom());
  }

  /** With a client, a pause and a die of one's own. */
  public JsonApi(OkHttpClient client, Pause pause, RandomGenerator jitter) {
    // A redirect would carry the key to another host.
    this.client =
        client
            .newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(READ_TIMEOUT)
            .callTimeout(CALL_TIMEOUT)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
    this.pause = pause;
    this.jitter = jitter;
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
      Request request;
      try {
        Request.Builder builder =
            new Request.Builder().url(url).header("Accept", "application/json");
        headers.forEach(builder::header);
        request = builder.build();
      } catch (IllegalArgumentException e) {
        // Its message may hold the key.
        return refused(0, "the address or the key cannot be used in a request");
      }
      String reason = "";
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1 && !backOff(attempt)) {
          return new Got.Failed(new Fetched.Unavailable("interrupted"));
        }
        try (Response response = client.newCall(request).execute()) {
          if (response.code() < SERVER_ERROR) {
            rest = spent(response.headers());
            return read(response);
          }
          reason = "HTTP " + response.code();
        } catch (IOException e) {
          reason = e.getClass().getSimpleName();
        }
      }
      return new Got.Failed(new Fetched.Unavailable(reason + ", " + ATTEMPTS + " times"));
    }
  }

  /** Begins a page with headers that let us in. */
  public Session session(Map<String, String> headers) {
    return new Session(headers);
  }

  private static Got read(Response response) throws IOException {
    if (response.code() == TOO_MANY_REQUESTS) {
      return new Got.Failed(new Fetched.Throttled(pause(response.headers()).orElse(USUAL_PAUSE)));
    }
    if (response.code() == NOT_FOUND) {
      return new Got.Missing();
    }
    if (!response.isSuccessful()) {
      return refused(response.code(), "HTTP " + response.code());
    }
    try {
      return new Got.Json(JsonTranslation.read(rooted(bytes(response))).node());
    } catch (FieldProblem e) {
      throw new IOException("the answer is not JSON: " + e.getMessage(), e);
    }
  }

  /** A list at the root becomes an object. */
  private static byte[] rooted(byte[] body) {
    for (byte each : body) {
      if (each == '[') {
        ByteArrayOutputStream object = new ByteArrayOutputStream(body.length + 16);
        object.writeBytes("{\"objects\":".getBytes(UTF_8));
        object.writeBytes(body);
        object.write('}');
        return object.toByteArray();
      }
      if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
        return body;
      }
    }
    return body;
  }

  private static byte[] bytes(Response response) throws IOException {
    if (response.body().source().request(LARGEST_ANSWER + 1)) {
      throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
    }
    return response.body().source().readByteArray();
  }

  /** How long to wait until the next call: nothing, unless the platform says that none is left. */
  private static Duration spent(Headers headers) {
    boolean none =
        Optional.ofNullable(headers.get("X-Rate-Limit-Remaining"))
            .filter(left -> left.strip().equals("0"))
            .isPresent();
    return none ? pause(headers).orElse(USUAL_PAUSE) : Duration.ZERO;
  }

  /** Seconds, under either of the names in use. A fraction is waited for as a whole one. */
  private static Optional<Duration> pause(Headers headers) {
    return Optional.ofNullable(headers.get("Retry-After"))
        .or(() -> Optional.ofNullable(headers.get("X-Rate-Limit-Reset")))
        .filter(seconds -> seconds.matches("[0-9]{1,6}([.][0-9]{1,9})?"))
        .map(seconds -> new BigDecimal(seconds).setScale(0, RoundingMode.CEILING).longValueExact())
        .map(seconds -> Duration.ofSeconds(Math.max(1, seconds)))
        .map(wait -> wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
  }

  private static Got refused(int status, String reason) {
    return new Got.Failed(new Fetched.Refused(status, reason));
  }

  private boolean await(Duration wait) {
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      return false;
    }
    return wait.isZero() || paused(wait);
  }

  /** Waits twice as long each time, jittered between half and the whole. */
  private boolean backOff(int attempt) {
    long most = FIRST_BACKOFF.toMillis() << (attempt - 2);
    return paused(Duration.ofMillis(most / 2 + jitter.nextLong(most / 2 + 1)));
  }

  private boolean paused(Duration wait) {
    try {
      pause.pause(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
