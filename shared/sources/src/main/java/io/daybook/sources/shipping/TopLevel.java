package io.daybook.sources.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * A word at the top level of a message that tells its own type. By streaming: at the door a binding library would start too
 * slowly.
 */
public final class TopLevel {
  /** What a message is called of which no word can be read. */
  public static final String UNREADABLE = "unreadable";

  private TopLevel() {}

  /** The last member of that name, if it looks like a word; what does not is not repeated. */
  public static String word(byte[] body, String name) {
    String word = UNREADABLE;
    try (JsonReader json =
        new JsonReader(new InputStreamReader(new ByteArrayInputStream(body), UTF_8))) {
      json.setStrictness(Strictness.STRICT);
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        return word;
      }
      json.beginObject();
      while (json.hasNext()) {
        boolean meant = json.nextName().equals(name);
        if (meant && json.peek() == JsonToken.STRING) {
          word = safe(json.nextString());
        } else {
          json.skipValue();
        }
      }
      return word;
    } catch (IOException _) {
      // Cut short: what was read before stands. The message is kept, and fails visibly when it is
      // translated.
      return word;
    }
  }

  /** The word, if it looks like one. */
  public static String safe(String word) {
    return word.matches("[A-Za-z0-9_.]{1,100}") ? word : UNREADABLE;
  }
}
