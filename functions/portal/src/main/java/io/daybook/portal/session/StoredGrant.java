package io.daybook.portal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore.Item;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A link or a session as the state keeps it, under the hash of its token.
 *
 * @param begunAt when it was made
 * @param seenAt when it was last used; a link's is when it was made
 * @param endsAt when it ends whatever happens
 */
record StoredGrant(
    String name, Role role, List<String> books, Instant begunAt, Instant seenAt, Instant endsAt) {
  private static final ObjectMapper MAPPER = FactJson.mapper();

  StoredGrant {
    books = List.copyOf(books);
  }

  static StoredGrant of(Grant grant, Instant now, Instant endsAt) {
    return new StoredGrant(
        grant.name(),
        grant.role(),
        grant.books().stream().map(Book::name).sorted().toList(),
        now,
        now,
        endsAt);
  }

  Grant grant() {
    return new Grant(name, role, books.stream().map(Book::new).collect(Collectors.toSet()));
  }

  StoredGrant seen(Instant now) {
    return new StoredGrant(name, role, books, begunAt, now, endsAt);
  }

  static StoredGrant read(Item item) {
    try {
      return MAPPER.readValue(item.json(), StoredGrant.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a session or sign-in link cannot be read", e);
    }
  }

  String write() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a session or sign-in link cannot be written", e);
    }
  }
}
