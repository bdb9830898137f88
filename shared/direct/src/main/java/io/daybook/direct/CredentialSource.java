package io.daybook.direct;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** Where the credentials of the function's role come from. */
public interface CredentialSource {
  /** A variable that Lambda sets instead of keys where it may freeze and restore a function (SnapStart). */
  String CONTAINER_ADDRESS = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

  /** The word that opens it. */
  String CONTAINER_TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

  /** Those to sign with now; looked up before each try. */
  Credentials current();

  /** Forgets what it knows: they were refused, or the process was restored. */
  void renew();

  /**
   * Lambda's: keys in the environment, or, with SnapStart, an address to ask.
   *
   * @throws IllegalStateException if the environment has neither
   */
  static CredentialSource of(Map<String, String> environment, Clock clock) {
    String address = environment.get(CONTAINER_ADDRESS);
    if (address != null && !address.isBlank()) {
      return new ContainerCredentials(
          URI.create(address), environment.getOrDefault(CONTAINER_TOKEN, ""), clock);
    }
    return new EnvironmentCredentials(environment);
  }
}
