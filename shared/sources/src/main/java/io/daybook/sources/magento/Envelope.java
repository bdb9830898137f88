package io.daybook.sources.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the door reads of one event or a batch of them: types and recipients, by streaming.
 *
 * @param topic the type, {@value #BATCH} if there are several, {@value #UNREADABLE} if there is none
 * @param recipients the client ids that the events are meant for
 * @param isComplete whether every event could be read to its end
 */
record Envelope(String topic, Set<String> recipients, boolean isComplete) {
  static final String BATCH = "events";
  static final String UNREADABLE = "event";

  Envelope {
    recipients = Set.copyOf(recipients);
  }

  static Envelope read(byte[] body) {
    Set<String> types = new TreeSet<>();
    Set<String> recipients = new TreeSet<>();
    boolean isComplete = false;
    try (JsonReader json =
        new JsonReader(new InputStreamReader(new ByteArrayInputStream(body), UTF_8))) {
      json.setStrictness(Strictness.STRICT);
      isComplete = events(json, types, recipients);
    } catch (IOException _) {
      // Cut short: what was read before stands.
    }
    String topic =
        switch (types.size()) {
          case 0 -> UNREADABLE;
          case 1 -> types.iterator().next();
          default -> BATCH;
        };
    return new Envelope(topic, recipients, isComplete);
  }

  private static boolean events(JsonReader json, Set<String> types, Set<String> recipients)
      throws IOException {
    if (json.peek() == JsonToken.BEGIN_OBJECT) {
      return event(json, types, recipients);
    }
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      return false;
    }
    boolean all = true;
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        return false;
      }
      all &= event(json, types, recipients);
    }
    json.endArray();
    return all;
  }

  /** True if the event names its recipient. While Adobe renames the field, events carry it under both names. */
  private static boolean event(JsonReader json, Set<String> types, Set<String> recipients)
      throws IOException {
    boolean named = false;
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      boolean isText = json.peek() == JsonToken.STRING;
      if (isText && name.equals("type")) {
        safe(json.nextString()).ifPresent(types::add);
      } else if (isText
          && (name.equals("recipientclientid") || name.equals("recipient_client_id"))) {
        recipients.add(json.nextString());
        named = true;
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    return named;
  }

  /** A type, if it looks like one; what does not is not repeated. */
  private static Optional<String> safe(String type) {
    return type.matches("[A-Za-z0-9_.-]{1,200}") ? Optional.of(type) : Optional.empty();
  }
}
