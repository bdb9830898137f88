package io.daybook.retrieval.http;

import io.daybook.retrieval.Fetched;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Calls, tried a few times where trying again can help: after a time-out, a broken connection, an error of the server. */
public final class Attempts {
  /** In bytes; a larger answer is an error and not a part of an answer. */
  public static final long LARGEST_ANSWER = 32L * 1024 * 1024;

  /** The longest that a platform may ask to wait. */
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** Too many requests (RFC 6585). */
  public static final int THROTTLED = 429;

  private static final int MOST = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final int SERVER_ERROR = 500;

  /** Reads an answer. */
  public interface Reader<A> {
    /** What it says; nothing if the platform failed inside, so that trying again may help. */
    Optional<A> read(Response response) throws IOException;
  }

  private final OkHttpClient client;
  private final Pause pause;
  private final RandomGenerator jitter;
  private final int most;

  /** With a client whose {@link Limits} are set. */
  public Attempts(OkHttpClient client, Pause pause, RandomGenerator jitter) {
    this(client, pause, jitter, MOST);
  }

  private Attempts(OkHttpClient client, Pause pause, RandomGenerator jitter, int most) {
    this.client = client;
    this.pause = pause;
    this.jitter = jitter;
    this.most = most;
  }

  /** The same without a second try: for what the platform might do twice. */
  public Attempts once() {
    return new Attempts(client, pause, jitter, 1);
  }

  /**
   * Calls until there is an answer, three times at most, or {@link #once}.
   *
   * @param request made anew for each try, since a signature may hold for one only
   * @param failed how the caller says that there is none
   */
  public <A> A call(Supplier<Request> request, Reader<A> reader, Function<Fetched, A> failed) {
    String reason = "";
    for (int attempt = 1; attempt <= most; attempt++) {
      if (attempt > 1 && !backOff(attempt)) {
        return failed.apply(new Fetched.Unavailable("interrupted"));
      }
      Request made;
      try {
        made = request.get();
      } catch (IllegalArgumentException e) {
        // Its message may hold the credential.
        return failed.apply(
            new Fetched.Refused(0, "the address or the token cannot be used in a request"));
      }
      try (Response response = client.newCall(made).execute()) {
        if (response.code() >= SERVER_ERROR) {
          reason = "HTTP " + response.code();
          continue;
        }
        Optional<A> answer = reader.read(response);
        if (answer.isPresent()) {
          return answer.get();
        }
        reason = "the platform reports an internal error";
      } catch (IOException e) {
        reason = e.getClass().getSimpleName();
      }
    }
    return failed.apply(
        new Fetched.Unavailable(most == 1 ? reason : reason + ", " + most + " times"));
  }

  /** The body of an answer. */
  public static byte[] body(Response response) throws IOException {
    if (response.body().source().request(LARGEST_ANSWER + 1)) {
      throw new IOException("the answer is larger than " + LARGEST_ANSWER + " bytes");
    }
    return response.body().source().readByteArray();
  }

  /**
   * How long a platform asks to wait: seconds, of which a fraction is waited for as a whole one, within bounds.
   *
   * @param names of the headers in which it says so, the first that is there
   */
  public static Optional<Duration> asked(Headers headers, String... names) {
    return Arrays.stream(names)
        .flatMap(name -> Optional.ofNullable(headers.get(name)).stream())
        .findFirst()
        .map(String::strip)
        .filter(seconds -> seconds.matches("[0-9]{1,6}([.][0-9]{1,9})?"))
        .map(seconds -> new BigDecimal(seconds).setScale(0, RoundingMode.CEILING).longValueExact())
        .map(Duration::ofSeconds)
        .filter(Duration::isPositive)
        .map(Attempts::bounded);
  }

  /** A wait, {@link #LONGEST_PAUSE} at most. */
  public static Duration bounded(Duration wait) {
    return wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
  }

  /** A pause and up to a second more, so that not all who were turned away come again at once. */
  public Duration jittered(Duration usual) {
    return usual.plusMillis(jitter.nextLong(1000));
  }

  /** Waits; false if interrupted. */
  public boolean waited(Duration wait) {
    try {
      pause.pause(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits twice as long each time, jittered between half and the whole. */
  private boolean backOff(int attempt) {
    long longest = FIRST_BACKOFF.toMillis() << (attempt - 2);
    return waited(Duration.ofMillis(longest / 2 + jitter.nextLong(longest / 2 + 1)));
  }
}
