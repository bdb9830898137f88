package io.daybook.cloud.deployment;

/** AWS did not let us in: no credentials, expired ones, or not enough rights. The message says what to do. */
public final class AwsRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AwsRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
