package io.daybook.portal;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.ledger.Book;
import io.daybook.portal.session.Grant;
import io.daybook.portal.session.Role;
import io.daybook.portal.session.SignInLinks;
import io.daybook.storage.deployment.Deployment;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a sign-in link for whoever may call the function by name, which takes access to the account: the event {@code
 * {"signIn":{"name":…,"role":…,"books":[…]}}}. A request that came over HTTP never looks like it, whatever its sender writes:
 * there the sender's words are inside {@code body} and {@code headers}.
 */
final class Minting {
  private static final String KEY = "signIn";

  private final SignInLinks links;

  Minting(Deployment deployment) {
    this.links = new SignInLinks(deployment.stores(), deployment.clock());
  }

  /** The answer, if the event asks for a link: its path, or what is wrong. */
  Optional<Map<String, String>> answer(JsonNode event) {
    if (event.has("requestContext") || event.has("rawPath") || !event.has(KEY)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Map.of("path", links.mint(grant(event.path(KEY)))));
    } catch (IllegalArgumentException wrong) {
      return Optional.of(
          Map.of("error", Optional.ofNullable(wrong.getMessage()).orElse("not readable")));
    }
  }

  private static Grant grant(JsonNode asked) {
    Set<Book> books = new HashSet<>();
    asked.path("books").forEach(book -> books.add(new Book(book.asText())));
    return new Grant(asked.path("name").asText(), Role.parse(asked.path("role").asText()), books);
  }
}
