package io.daybook.bench.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Does nothing: what a function costs before it does anything. */
public final class EmptyFunction implements RequestStreamHandler {
  private static final byte[] ANSWER = {'{', '}'};

  /** As Lambda creates it. */
  public EmptyFunction() {}

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    output.write(ANSWER);
  }
}
