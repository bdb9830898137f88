package io.daybook.items;

import java.util.Map;

/** The environment variables by which a function in the cloud learns where things lie. */
public final class DeploymentVariables {
  /** The table of messages. */
  public static final String INBOX = "DAYBOOK_INBOX_TABLE";

  /** The table of steps. */
  public static final String LEDGER = "DAYBOOK_LEDGER_TABLE";

  /** The table of all that is mutable. */
  public static final String STATE = "DAYBOOK_STATE_TABLE";

  /** The bucket of bodies that are too large for an item. */
  public static final String BODIES = "DAYBOOK_BODIES_BUCKET";

  /** The bucket of statements. */
  public static final String STATEMENTS = "DAYBOOK_STATEMENTS_BUCKET";

  /** The bucket of bank files that are put there. */
  public static final String DROPS = "DAYBOOK_DROPS_BUCKET";

  /** The key in KMS: id, ARN or alias. */
  public static final String KEY = "DAYBOOK_KEY_ID";

  private DeploymentVariables() {}

  /**
   * A variable's value.
   *
   * @throws IllegalStateException naming the variable, if it is missing or blank
   */
  public static String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the environment variable " + name + " is missing");
    }
    return value;
  }
}
