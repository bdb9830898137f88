package io.daybook.items;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.daybook.ledger.StateStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the door reads of a connection: by streaming, for binding libraries start slowly. The whole of it is {@code
 * io.daybook.storage.connection}'s, whose tests hold the two together.
 *
 * @param source the platform's language, such as {@code shopify}
 * @param webhookSecrets enciphered, the newest first
 */
public record WebhookConnection(String source, List<String> webhookSecrets) {
  private static final JsonFactory JSON = new JsonFactory();

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
    try (JsonParser json = JSON.createParser(item.json())) {
      expect(JsonToken.START_OBJECT, json.nextToken(), item);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("source")) {
          expect(JsonToken.VALUE_STRING, value, item);
          source = json.getText();
        } else if (field.equals("webhookSecrets")) {
          expect(JsonToken.START_ARRAY, value, item);
          while (json.nextToken() == JsonToken.VALUE_STRING) {
            secrets.add(json.getText());
          }
          expect(JsonToken.END_ARRAY, json.currentToken(), item);
        } else {
          json.skipChildren();
        }
      }
      expect(JsonToken.END_OBJECT, json.currentToken(), item);
    } catch (IOException broken) {
      throw new IllegalArgumentException("connection " + item.id() + " cannot be read", broken);
    }
    if (source.isEmpty()) {
      throw new IllegalArgumentException("connection " + item.id() + " has no source");
    }
    return new WebhookConnection(source, secrets);
  }

  private static void expect(JsonToken expected, JsonToken found, StateStore.Item item) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "connection " + item.id() + " cannot be read: " + found + " for " + expected);
    }
  }

  /** Shows no secret, not even enciphered. */
  @Override
  public String toString() {
    return "connection of " + source;
  }
}
