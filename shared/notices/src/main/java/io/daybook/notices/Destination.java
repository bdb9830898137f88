package io.daybook.notices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;

/** A place that notices go to. */
public sealed interface Destination {
  /** A mailbox. */
  record Mail(String address) implements Destination {
    private static final int MAX = 254;

    /**
     * Refuses what is not one plain address: no name, no list, no line break. RFC 5321 allows more; what it allows beyond
     * this is how headers are smuggled in.
     */
    public Mail {
      if (address.length() > MAX
          || !address.matches(
              "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                  + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+")) {
        throw new IllegalArgumentException(
            "mail address is '"
                + PlainLine.of(address)
                + "', expected one such as ops@example.com");
      }
    }

    @Override
    public String toString() {
      return "mail:" + address;
    }
  }

  /** The hub's own topic (SNS), whoever subscribed to it. */
  record Topic() implements Destination {
    @Override
    public String toString() {
      return "topic";
    }
  }

  /** A program that listens at an HTTPS address. */
  record Webhook(URI address) implements Destination {
    private static final int MAX = 400;

    /** Refuses anything but {@code https://host…}, without a user, a password or a fragment. */
    public Webhook {
      if (!"https".equalsIgnoreCase(address.getScheme())
          || address.getHost() == null
          || address.getRawUserInfo() != null
          || address.getRawFragment() != null
          || address.toString().length() > MAX) {
        throw new IllegalArgumentException(
            "webhook is '"
                + PlainLine.of(address.toString())
                + "', expected an address such as https://example.com/daybook");
      }
    }

    @Override
    public String toString() {
      return "webhook:" + address;
    }
  }

  /** A file in the hub's folder, on one machine. */
  record Log() implements Destination {
    @Override
    public String toString() {
      return "file";
    }
  }

  /** As settings write it; the inverse of {@link #parse}. */
  @JsonValue
  default String text() {
    return toString();
  }

  /**
   * A destination in words: {@code mail:ops@example.com}, {@code topic}, {@code webhook:https://…}, {@code file}.
   *
   * @throws IllegalArgumentException naming what was expected
   */
  @JsonCreator
  static Destination parse(String text) {
    if (text.startsWith("mail:")) {
      return new Mail(text.substring("mail:".length()));
    }
    if (text.startsWith("webhook:")) {
      return new Webhook(URI.create(text.substring("webhook:".length())));
    }
    return switch (text) {
      case "topic" -> new Topic();
      case "file" -> new Log();
      default ->
          throw new IllegalArgumentException(
              "destination is '"
                  + PlainLine.of(text)
                  + "', expected mail:…, topic, webhook:https://… or file");
    };
  }
}
