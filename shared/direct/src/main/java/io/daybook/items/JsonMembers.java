package io.daybook.items;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A JSON object read member by member, strictly, each looked at before it is taken. Gson's reader and no larger one: it
 * is loaded within a few milliseconds, which a cold door has not many of.
 */
public final class JsonMembers implements AutoCloseable {
  private final JsonReader json;

  private JsonMembers(InputStream in) throws IOException {
    this.json = new JsonReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    json.setStrictness(Strictness.STRICT);
    enter();
  }

  /** The members of the object that the bytes are. */
  public static JsonMembers of(byte[] text) throws IOException {
    return of(new ByteArrayInputStream(text));
  }

  /** The members of the object that a stream is. */
  public static JsonMembers of(InputStream in) throws IOException {
    return new JsonMembers(in);
  }

  /**
   * Goes into the object that comes next.
   *
   * @throws IOException if none does
   */
  public void enter() throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      throw unexpected("an object");
    }
    json.beginObject();
  }

  /** Goes into the object that comes next, if one does; passes over anything else. */
  public boolean enterObject() throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return false;
    }
    json.beginObject();
    return true;
  }

  /** Goes into the list that comes next, if one does; passes over anything else. */
  public boolean enterList() throws IOException {
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      json.skipValue();
      return false;
    }
    json.beginArray();
    return true;
  }

  /** Whether the object or list has another member. */
  public boolean hasNext() throws IOException {
    return json.hasNext();
  }

  /** The name of the object's next member. */
  public String name() throws IOException {
    return json.nextName();
  }

  /** The text that comes next, if one does; passes over anything else. */
  public Optional<String> text() throws IOException {
    if (json.peek() == JsonToken.STRING) {
      return Optional.of(json.nextString());
    }
    json.skipValue();
    return Optional.empty();
  }

  /** Whether {@code true} comes next; passes over anything else. */
  public boolean isTrue() throws IOException {
    if (json.peek() == JsonToken.BOOLEAN) {
      return json.nextBoolean();
    }
    json.skipValue();
    return false;
  }

  /** Passes over the value that comes next, whatever is in it. */
  public void skip() throws IOException {
    json.skipValue();
  }

  /** Leaves an object that has no more members. */
  public void leave() throws IOException {
    json.endObject();
  }

  /** Leaves a list that has no more members. */
  public void leaveList() throws IOException {
    json.endArray();
  }

  /**
   * Leaves the outermost object, behind which there is nothing.
   *
   * @throws IOException if there is something, or the object has not ended
   */
  public void end() throws IOException {
    if (json.peek() != JsonToken.END_OBJECT) {
      throw unexpected("the end");
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw unexpected("nothing more");
    }
  }

  private IOException unexpected(String expected) throws IOException {
    return new IOException("expected " + expected + ", found " + json.peek());
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
