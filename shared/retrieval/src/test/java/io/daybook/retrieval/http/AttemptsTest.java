package io.daybook.retrieval.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.daybook.retrieval.Fetched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AttemptsTest {
  private final List<Duration> waits = new ArrayList<>();
  private final AtomicInteger made = new AtomicInteger();

  /** What comes of answers with these statuses, in turn. */
  private String call(Pause pause, int... statuses) {
    AtomicInteger asked = new AtomicInteger();
    Interceptor platform =
        chain ->
            new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(statuses[asked.getAndIncrement()])
                .message("")
                .body(ResponseBody.create("{}", MediaType.get("application/json")))
                .build();
    return new Attempts(
            new OkHttpClient.Builder().addInterceptor(platform).build(), pause, new Random(1))
        .call(
            () -> {
              made.incrementAndGet();
              return new Request.Builder().url("http://localhost/").build();
            },
            response ->
                response.code() == 299 ? Optional.empty() : Optional.of("read " + response.code()),
            Object::toString);
  }

  @Test
  void anErrorOfTheServerIsTriedAgainWithANewRequestAfterAGrowingPause() {
    assertThat(call(waits::add, 500, 502, 200)).isEqualTo("read 200");

    assertThat(made).hasValue(3);
    assertThat(waits).hasSize(2);
    assertThat(waits.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(waits.get(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void threeTriesAreAllAndAnErrorInsideAnAnswerIsOne() {
    assertThat(call(waits::add, 500, 299, 503)).contains("HTTP 503, 3 times");
    assertThat(call(waits::add, 500, 500, 299))
        .contains("the platform reports an internal error, 3 times");
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() {
    assertThat(call(waits::add, 404)).isEqualTo("read 404");
    assertThat(waits).isEmpty();
  }

  @Test
  void whoIsInterruptedStopsAndStaysInterrupted() {
    Pause interrupted =
        _ -> {
          throw new InterruptedException();
        };

    assertThat(call(interrupted, 500)).contains("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aRequestThatCannotBeMadeSaysNothingOfItsCredential() {
    Fetched said =
        new Attempts(new OkHttpClient(), waits::add, new Random(1))
            .<Fetched>call(
                () -> new Request.Builder().url("http://a/").header("K", "se\ncret").build(),
                _ -> Optional.empty(),
                why -> why);

    assertThat(said)
        .isEqualTo(new Fetched.Refused(0, "the address or the token cannot be used in a request"));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2.0,2", "2.5,3", "0.2,1", " 7 ,7", "301,300", "999999,300"})
  void aPlatformIsWaitedForAsItAsksWithinBounds(String asked, long seconds) {
    assertThat(Attempts.asked(Headers.of("Retry-After", asked.strip()), "Retry-After"))
        .hasValue(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "0", "-1", "", "1e3", "9999999", "Wed, 21 Oct 2026 07:28:00 GMT"})
  void whatIsNoNumberOfSecondsAsksForNothing(String asked) {
    assertThat(Attempts.asked(Headers.of("Retry-After", asked), "Retry-After")).isEmpty();
  }

  @Test
  void theFirstNameThatIsThereCounts() {
    Headers headers = Headers.of("Retry-After", "3", "X-Rate-Limit-Reset", "9");

    assertThat(Attempts.asked(headers, "Retry-After", "X-Rate-Limit-Reset"))
        .hasValue(Duration.ofSeconds(3));
    assertThat(Attempts.asked(headers, "Other", "X-Rate-Limit-Reset"))
        .hasValue(Duration.ofSeconds(9));
    assertThat(Attempts.asked(headers, "Other")).isEmpty();
  }

  @Test
  void aPageStopsWhereACallFails() throws CallFailed {
    Fetched why = new Fetched.Unavailable("HTTP 500, 3 times");

    assertThatThrownBy(() -> new Answer.Failed(why).must())
        .isInstanceOfSatisfying(
            CallFailed.class, failed -> assertThat(failed.why()).isEqualTo(why));
    assertThat(new Answer.Body(JsonNodeFactory.instance.objectNode()).must()).isEmpty();
  }
}
