package io.daybook.direct;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** Answers of the services that speak JSON: DynamoDB and KMS. */
final class JsonReading implements Service.Reading {
  static final JsonReading ANSWERS = new JsonReading();

  private JsonReading() {}

  /** {@code com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException}: what follows the {@code #}. */
  @Override
  public String code(byte[] body) {
    try {
      String type = member(body, "__type").orElse("");
      return type.substring(type.indexOf('#') + 1);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public boolean isWhole(byte[] body) {
    try {
      member(body, "");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A text at the top level.
   *
   * @throws IOException if the body is not one JSON object
   */
  static Optional<String> member(byte[] body, String name) throws IOException {
    Optional<String> found = Optional.empty();
    try (JsonParser json = ItemJson.JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the answer is no object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equals(name);
        if (json.nextToken() == JsonToken.VALUE_STRING && wanted) {
          found = Optional.of(json.getText());
        }
        json.skipChildren();
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new IOException("the answer is not one object");
      }
    }
    return found;
  }
}
