package io.daybook.storage.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

final class LambdaInvokerTest {
  private final List<InvokeRequest> calls = new ArrayList<>();

  private Invoker answering(Supplier<InvokeResponse> answer) {
    return new LambdaInvoker(
        new LambdaClient() {
          @Override
          public InvokeResponse invoke(InvokeRequest request) {
            calls.add(request);
            return answer.get();
          }

          @Override
          public String serviceName() {
            return "lambda";
          }

          @Override
          public void close() {
            // Holds nothing.
          }
        },
        "daybook-dev-");
  }

  private static InvokeResponse payload(String json) {
    return InvokeResponse.builder().payload(SdkBytes.fromUtf8String(json)).build();
  }

  @Test
  void whoAsksWaitsForTheAnswerForLessThanAPageMayTake() {
    assertThat(answering(() -> payload("{\"said\":[]}")).ask("act", "{}"))
        .contains("{\"said\":[]}");
    InvokeRequest call = calls.getFirst();
    assertThat(call.functionName()).isEqualTo("daybook-dev-act");
    assertThat(call.qualifier()).isEqualTo("live");
    assertThat(call.invocationType()).isEqualTo(InvocationType.REQUEST_RESPONSE);
    assertThat(call.overrideConfiguration().orElseThrow().apiCallTimeout())
        .contains(LambdaInvoker.PATIENCE);
  }

  @Test
  void whatTakesLongerIsNotKnownAndNotAskedAgain() {
    Invoker slow =
        answering(() -> {
          throw ApiCallTimeoutException.builder().message("too long").build();
        });
    assertThat(slow.ask("act", "{}")).isEmpty();
    assertThat(calls).hasSize(1);
  }

  @Test
  void aFunctionThatFailsAndALambdaThatDoesNotAnswerAreFailures() {
    Invoker failing =
        answering(() ->
            InvokeResponse.builder()
                .functionError("Unhandled")
                .payload(SdkBytes.fromUtf8String("{\"errorMessage\":\"…\"}"))
                .build());
    assertThatThrownBy(() -> failing.ask("act", "{}")).isInstanceOf(StoreFailure.class);
    Invoker dead =
        answering(() -> {
          throw SdkClientException.create("no network");
        });
    assertThatThrownBy(() -> dead.ask("act", "{}")).isInstanceOf(StoreFailure.class);
    assertThatThrownBy(() -> dead.invoke("act", "{}")).isInstanceOf(StoreFailure.class);
  }

  @Test
  void whoOnlyCallsDoesNotWait() {
    answering(() -> InvokeResponse.builder().build()).invoke("pull", "{}");
    assertThat(calls.getFirst().invocationType()).isEqualTo(InvocationType.EVENT);
  }
}
