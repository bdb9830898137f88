package io.daybook.direct;

import io.daybook.items.JsonMembers;
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
    try (JsonMembers json = JsonMembers.of(body)) {
      while (json.hasNext()) {
        if (json.name().equals(name)) {
          found = json.text();
        } else {
          json.skip();
        }
      }
      json.end();
    }
    return found;
  }
}
