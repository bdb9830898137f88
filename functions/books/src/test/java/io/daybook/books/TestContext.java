package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;

/** An invocation that has a minute left. */
public final class TestContext {
  private static final int MINUTE = 60_000;

  private TestContext() {}

  public static Context aMinute() {
    return (Context)
        Proxy.newProxyInstance(
            TestContext.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> MINUTE;
                  case "getAwsRequestId" -> "request-1";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
