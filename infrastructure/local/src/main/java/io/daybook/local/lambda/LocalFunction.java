package io.daybook.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.daybook.catalogue.FunctionSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** A function of the catalogue, running here. */
public final class LocalFunction {
  private final FunctionSpec function;
  private final RequestStreamHandler handler;
  private final Clock clock;

  /**
   * A handler under its catalogue entry.
   *
   * @throws IllegalArgumentException if the handler is not the catalogue's class: the two must not differ
   */
  public LocalFunction(FunctionSpec function, RequestStreamHandler handler, Clock clock) {
    if (!handler.getClass().getName().equals(function.handler())) {
      throw new IllegalArgumentException(
          function.name() + " is " + function.handler() + ", not " + handler.getClass().getName());
    }
    this.function = function;
    this.handler = handler;
    this.clock = clock;
  }

  /** Hands the function an event and returns its answer. */
  public byte[] invoke(byte[] event) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event), answer, new Invocation(function, clock));
    } catch (IOException e) {
      throw new UncheckedIOException(function.name() + " failed", e);
    }
    return answer.toByteArray();
  }
}
