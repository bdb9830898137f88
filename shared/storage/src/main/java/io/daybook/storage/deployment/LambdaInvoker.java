package io.daybook.storage.deployment;

import io.daybook.ledger.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Functions of the same deployment, called as events at the alias that serves. */
final class LambdaInvoker implements Invoker {
  /** The alias that a deployment moves. */
  static final String LIVE = "live";

  /** Less than the 29 seconds that a page may take, and less than the HTTP client's own 30, which would try again. */
  static final Duration PATIENCE = Duration.ofSeconds(25);

  private final LambdaClient lambda;
  private final String prefix;

  LambdaInvoker(LambdaClient lambda, String prefix) {
    this.lambda = lambda;
    this.prefix = prefix;
  }

  @Override
  public void invoke(String function, String event) {
    try {
      var _ =
          lambda.invoke(request ->
              request
                  .functionName(prefix + function)
                  .qualifier(LIVE)
                  .invocationType(InvocationType.EVENT)
                  .payload(SdkBytes.fromUtf8String(event)));
    } catch (SdkException e) {
      throw new StoreFailure("call " + function, e);
    }
  }

  @Override
  public Optional<String> ask(String function, String event) {
    try {
      InvokeResponse answer =
          lambda.invoke(request ->
              request
                  .functionName(prefix + function)
                  .qualifier(LIVE)
                  .invocationType(InvocationType.REQUEST_RESPONSE)
                  .payload(SdkBytes.fromUtf8String(event))
                  // What takes longer goes on by itself; asked again, it would be done twice.
                  .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE)));
      if (answer.functionError() != null) {
        throw new StoreFailure(
            "call " + function, new IOException("it failed: " + answer.functionError()));
      }
      return Optional.of(answer.payload().asUtf8String());
    } catch (ApiCallTimeoutException _) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new StoreFailure("call " + function, e);
    }
  }
}
