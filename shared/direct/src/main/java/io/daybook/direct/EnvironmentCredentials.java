package io.daybook.direct;

import java.util.Map;

/** Keys in the environment: Lambda replaces the process before they expire. */
final class EnvironmentCredentials implements CredentialSource {
  private final Credentials credentials;

  EnvironmentCredentials(Map<String, String> environment) {
    this.credentials =
        new Credentials(
            value(environment, "AWS_ACCESS_KEY_ID"),
            value(environment, "AWS_SECRET_ACCESS_KEY"),
            environment.getOrDefault("AWS_SESSION_TOKEN", ""));
  }

  private static String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "the environment has neither " + name + " nor " + CredentialSource.CONTAINER_ADDRESS);
    }
    return value;
  }

  @Override
  public Credentials current() {
    return credentials;
  }

  @Override
  public void renew() {
    // A process's environment never changes.
  }
}
