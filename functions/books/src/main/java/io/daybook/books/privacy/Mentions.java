package io.daybook.books.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.Message;
import io.daybook.sources.platform.PersonalAsk.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a message names a person: some value in it is the person's id, mail address or telephone number, or, in a
 * webhook, the id of one of their orders. It need not understand the message, for one found too many loses nothing: its
 * facts are in the ledger. What a sweep asked for holds orders without people.
 */
final class Mentions {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Telephone numbers are written in many ways; ids of fewer digits are compared as they are. */
  private static final int DIGITS = 7;

  private final Set<String> names = new HashSet<>();
  private final Set<String> orders = new HashSet<>();

  Mentions(Person person) {
    person.names().forEach(name -> names.add(plain(name)));
    person.orders().forEach(order -> orders.add(plain(order)));
  }

  boolean in(Message message) {
    boolean webhook = message.via() == Message.Via.WEBHOOK;
    byte[] body = message.body().toArray();
    try {
      return in(MAPPER.readTree(body), webhook);
    } catch (IOException notJson) {
      String text = new String(body, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      return names.stream().anyMatch(text::contains);
    }
  }

  private boolean in(JsonNode node, boolean webhook) {
    if (node.isValueNode()) {
      String value = plain(node.asText());
      return names.contains(value) || (webhook && orders.contains(value));
    }
    for (JsonNode part : node) {
      if (in(part, webhook)) {
        return true;
      }
    }
    return false;
  }

  /** In one spelling: {@code gid://shopify/Customer/7} is 7, {@code +1 (555) 625-1199} its digits. */
  private static String plain(String value) {
    String bare = value.strip().toLowerCase(Locale.ROOT);
    if (bare.startsWith("gid://")) {
      return bare.substring(bare.lastIndexOf('/') + 1);
    }
    String digits = bare.replaceAll("[+() .-]", "");
    return digits.length() >= DIGITS && digits.chars().allMatch(Character::isDigit) ? digits : bare;
  }
}
