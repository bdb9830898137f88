package io.daybook.items;

import io.daybook.ledger.StateStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the door reads of a connection: by streaming, for binding libraries start slowly. The whole of it is {@code
 * io.daybook.storage.connection}'s, whose tests hold the two together.
 *
 * @param source the platform's language, such as {@code shopify}
 * @param webhookSecrets enciphered, the newest first
 */
public record WebhookConnection(String source, List<String> webhookSecrets) {
  /** Copies the list. */
  public WebhookConnection {
    webhookSecrets = List.copyOf(webhookSecrets);
  }

  /**
   * The connection in an item of state.
   *
   * @throws IllegalArgumentException naming the item, if it is no connection
   */
  public static WebhookConnection read(StateStore.Item item) {
    String source = "";
    List<String> secrets = new ArrayList<>();
    try (JsonMembers json = JsonMembers.of(item.json().getBytes(StandardCharsets.UTF_8))) {
      while (json.hasNext()) {
        String member = json.name();
        if (member.equals("source")) {
          source = json.text().orElse("");
        } else if (member.equals("webhookSecrets")) {
          readAll(json, secrets);
        } else {
          json.skip();
        }
      }
      json.end();
    } catch (IOException broken) {
      throw new IllegalArgumentException("connection " + item.id() + " cannot be read", broken);
    }
    if (source.isEmpty()) {
      throw new IllegalArgumentException("connection " + item.id() + " has no source");
    }
    return new WebhookConnection(source, secrets);
  }

  private static void readAll(JsonMembers json, List<String> secrets) throws IOException {
    if (json.enterList()) {
      while (json.hasNext()) {
        Optional<String> secret = json.text();
        if (secret.isEmpty()) {
          throw new IOException("a secret is no text");
        }
        secrets.add(secret.get());
      }
      json.leaveList();
    }
  }

  /** Shows no secret, not even enciphered. */
  @Override
  public String toString() {
    return "connection of " + source;
  }
}
