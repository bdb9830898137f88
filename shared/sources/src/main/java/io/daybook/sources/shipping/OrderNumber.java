package io.daybook.sources.shipping;

import io.daybook.events.Reference;
import io.daybook.sources.json.Field;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The shop's number of an order where a provider keeps it as free text. Taken only if it looks like one: people write names
 * and addresses into such fields too, and those never enter a fact.
 */
public final class OrderNumber {
  private static final Pattern NUMBER =
      Pattern.compile("#?(?=[A-Za-z0-9._-]*[0-9])[A-Za-z0-9._-]{1,60}");

  private OrderNumber() {}

  /** The number in a field of an object, without its {@code #}. */
  public static Optional<Reference> of(Field object, String name) {
    return object
        .maybe(name)
        .filter(field -> field.node().isValueNode())
        .map(field -> field.node().asText().strip())
        .filter(text -> NUMBER.matcher(text).matches())
        .map(text -> new Reference(text.startsWith("#") ? text.substring(1) : text));
  }
}
