package io.daybook.cloud;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Kills the command at a call that changes something: before AWS got it, or after, with the answer lost. Killed at a call
 * that only reads, it has done what it had after the change before. A dead command calls nobody.
 */
final class Killer implements ExecutionInterceptor {
  /** When. */
  enum Moment {
    BEFORE_IT_ARRIVED,
    AFTER_IT_ARRIVED
  }

  private final int call;
  private final Moment moment;
  private int calls;
  private boolean dead;

  Killer(int call, Moment moment) {
    this.call = call;
    this.moment = moment;
  }

  boolean hasKilled() {
    return dead;
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    if (changes(context)) {
      calls++;
    }
    if (dead || (calls == call && changes(context) && moment == Moment.BEFORE_IT_ARRIVED)) {
      dead = true;
      throw new Killed();
    }
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    if (calls == call && changes(context) && moment == Moment.AFTER_IT_ARRIVED) {
      dead = true;
      throw new Killed();
    }
  }

  private static boolean changes(Context.BeforeExecution context) {
    String request = context.request().getClass().getSimpleName();
    return !(request.startsWith("Get")
        || request.startsWith("Head")
        || request.startsWith("List")
        || request.startsWith("Describe"));
  }
}
