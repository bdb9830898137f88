package io.daybook.sources.platform;

/**
 * A secret that a person gives once.
 *
 * @param name under which it is kept with the connection, such as {@code token} or {@code consumer-key}
 * @param words what it is, to ask for it: {@code API access token}
 * @param variable the environment variable that may hold it, such as {@code DAYBOOK_TOKEN}
 * @param need whether connecting is possible without
 */
public record Credential(String name, String words, String variable, Need need) {
  /** The name of the one credential that most APIs take. */
  public static final String TOKEN = "token";

  /** Where a webhook's secret comes from. */
  public static final String WEBHOOK_VARIABLE = "DAYBOOK_WEBHOOK_SECRET";

  /** Whether it must be there. */
  public enum Need {
    /** Connecting is not possible without. */
    REQUIRED,
    /** Left out, the connection can do less. */
    OPTIONAL
  }

  /** Refuses a name or variable that no store or shell takes. */
  public Credential {
    if (!name.matches("[a-z][a-z0-9-]{0,39}") || !variable.matches("[A-Z][A-Z0-9_]{0,59}")) {
      throw new IllegalArgumentException("a credential is called '" + name + "', " + variable);
    }
  }

  /** The one token of an API: {@value #TOKEN}, in {@code DAYBOOK_TOKEN}. */
  public static Credential token(String words) {
    return new Credential(TOKEN, words, "DAYBOOK_TOKEN", Need.REQUIRED);
  }

  /** The secret by which webhooks are signed, in {@value #WEBHOOK_VARIABLE}. */
  public static Credential webhookSecret(String words) {
    return new Credential("webhook-secret", words, WEBHOOK_VARIABLE, Need.REQUIRED);
  }
}
