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
 * @param telemetry where measurements go
 * @param functions calls the other functions
 */
public record Deployment(
    Stores stores,
    SecretBoxes secrets,
    ObjectStore statements,
    StreamImages images,
    Clock clock,
    Telemetry telemetry,
    Invoker functions) {
  /** One whose measurements nobody hears and that has no other functions to call. */
  public Deployment(
      Stores stores,
      SecretBoxes secrets,
      ObjectStore statements,
      StreamImages images,
      Clock clock) {
    this(
        stores,
        secrets,
        statements,
        images,
        clock,
        Telemetry.SILENT,
        (function, event) -> {
          throw new IllegalStateException("there is no function " + function + " here");
        });
  }

  /** The same, measuring and calling otherwise. */
  public Deployment calling(Telemetry heard, Invoker called) {
    return new Deployment(stores, secrets, statements, images, clock, heard, called);
  }

  /**
   * As a Lambda function finds it.
   *
   * @throws IllegalStateException naming the variable that is missing
   */
  public static Deployment fromEnvironment(Map<String, String> environment) {
    return CloudDeployment.open(environment);
  }

  /**
   * Where bank files are put, as the one function that looks there finds it.
   *
   * @throws IllegalStateException naming the variable that is missing
   */
  public static ObjectStore drops(Map<String, String> environment) {
    return CloudDeployment.drops(environment);
  }
}
