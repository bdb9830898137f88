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
 * @param hook the address of its webhooks as the platform was told; empty if that is not known
 * @param live whether it is still connected
 */
public record WebhookConnection(
    String source, List<String> webhookSecrets, String hook, boolean live) {
  /** Copies the list. */
  public WebhookConnection {
    webhookSecrets = List.copyOf(webhookSecrets);
  }

  /** A live one whose address is not known. */
  public WebhookConnection(String source, List<String> webhookSecrets) {
    this(source, webhookSecrets, "", true);
  }

  /**
   * The connection in an item of state.
   *
   * @throws IllegalArgumentException naming the item, if it is no connection
   */
  public static WebhookConnection read(StateStore.Item item) {
    String source = "";
    String hook = "";
    boolean live = true;
    List<String> secrets = new ArrayList<>();
    try (JsonMembers json = JsonMembers.of(item.json().getBytes(StandardCharsets.UTF_8))) {
      while (json.hasNext()) {
        String member = json.name();
        if (member.equals("source")) {
          source = json.text().orElse("");
        } else if (member.equals("webhookSecrets")) {
          readAll(json, secrets);
        } else if (member.equals("hook")) {
          hook = json.text().orElse("");
        } else if (member.equals("disconnectedAt")) {
          live = json.text().isEmpty();
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
    return new WebhookConnection(source, secrets, hook, live);
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
