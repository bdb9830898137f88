package io.daybook.local.command;

import io.daybook.books.connect.GivenSecrets;
import io.daybook.sources.Secret;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Webhooks;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks for a platform's secrets: in the environment, else at the terminal. Never among the arguments. */
final class AskedSecrets {
  private final Platform platform;

  AskedSecrets(Platform platform) {
    this.platform = platform;
  }

  GivenSecrets ask() throws Complaint {
    Optional<Secret> webhook =
        switch (platform.webhooks()) {
          case Webhooks.Signed signed -> ask(signed.secret());
          case Webhooks.Keyed _, Webhooks.None _ -> Optional.empty();
        };
    Map<String, Secret> credentials = new LinkedHashMap<>();
    for (Credential credential : platform.credentials()) {
      ask(credential).ifPresent(secret -> credentials.put(credential.name(), secret));
    }
    try {
      return new GivenSecrets(webhook, platform.kept(webhook, credentials));
    } catch (IllegalArgumentException tooLittle) {
      throw new Complaint(String.valueOf(tooLittle.getMessage()));
    }
  }

  /** Asks for one: absent only if it need not be given. */
  static Optional<Secret> ask(Credential credential) throws Complaint {
    String fromEnvironment = System.getenv(credential.variable());
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return Optional.of(secret(fromEnvironment));
    }
    boolean required = credential.need() == Credential.Need.REQUIRED;
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isEmpty()) {
      if (required) {
        throw new Complaint(
            "The "
                + decapitalised(credential.words())
                + " is missing. Set "
                + credential.variable()
                + " in the environment.");
      }
      return Optional.empty();
    }
    char[] typed =
        terminal
            .get()
            .readPassword("%s%s: ", credential.words(), required ? "" : " (Enter for none)");
    if (typed != null && typed.length > 0) {
      return Optional.of(secret(new String(typed)));
    }
    if (required) {
      throw new Complaint("The " + decapitalised(credential.words()) + " is empty.");
    }
    return Optional.empty();
  }

  private static Secret secret(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** "Webhook signing secret" in the middle of a sentence; "API key" stays. */
  private static String decapitalised(String words) {
    boolean shouting = words.length() > 1 && Character.isUpperCase(words.charAt(1));
    return shouting ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
