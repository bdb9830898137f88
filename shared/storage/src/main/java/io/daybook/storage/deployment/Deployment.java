package io.daybook.storage.deployment;

import io.daybook.ledger.Stores;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.objects.ObjectStore;
import io.daybook.storage.secrets.SecretBoxes;
import java.time.Clock;
import java.util.Map;

/**
 * What a function stands on: the tables, the key, the statements' bucket and the clock. The same functions run on any.
 *
 * @param stores inbox, ledger and state of every book
 * @param secrets the hub's key
 * @param statements where statements go
 * @param images how stream events show what was stored
 * @param clock the only source of now
 */
public record Deployment(
    Stores stores, SecretBoxes secrets, ObjectStore statements, StreamImages images, Clock clock) {
  /**
   * As a Lambda function finds it.
   *
   * @throws IllegalStateException naming the variable that is missing
   */
  public static Deployment fromEnvironment(Map<String, String> environment) {
    return CloudDeployment.open(environment);
  }
}
