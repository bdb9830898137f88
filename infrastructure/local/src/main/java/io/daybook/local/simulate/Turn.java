package io.daybook.local.simulate;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;

/** One run of a function: all that the functions ask of it is its name. */
record Turn(String name) implements Context {
  @Override
  public String getAwsRequestId() {
    return name;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return Math.toIntExact(Duration.ofMinutes(15).toMillis());
  }

  private UnsupportedOperationException notHere() {
    return new UnsupportedOperationException("run " + name + " is not in a cloud");
  }

  @Override
  public String getLogGroupName() {
    throw notHere();
  }

  @Override
  public String getLogStreamName() {
    throw notHere();
  }

  @Override
  public String getFunctionName() {
    throw notHere();
  }

  @Override
  public String getFunctionVersion() {
    throw notHere();
  }

  @Override
  public String getInvokedFunctionArn() {
    throw notHere();
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw notHere();
  }

  @Override
  public ClientContext getClientContext() {
    throw notHere();
  }

  @Override
  public int getMemoryLimitInMB() {
    throw notHere();
  }

  @Override
  public LambdaLogger getLogger() {
    throw notHere();
  }
}
