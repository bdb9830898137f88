package io.daybook.storage.deployment;

import io.daybook.ledger.StoreFailure;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** Functions of the same deployment, called as events at the alias that serves. */
final class LambdaInvoker implements Invoker {
  /** The alias that a deployment moves. */
  static final String LIVE = "live";

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
}
