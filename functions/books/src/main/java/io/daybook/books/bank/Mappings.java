package io.daybook.books.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.StateStore;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mappings that people saved, as they wrote them, by what they read and name. */
public final class Mappings {
  /** What a mapping reads. */
  public enum Kind {
    /** A bank's statement. */
    BANK("bank"),
    /** A carrier's or supplier's bill. */
    BILL("bill");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As keys and people write it. */
    public String code() {
      return code;
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_TRIES = 10;

  private final StateStore state;

  /** The mappings of a book. */
  public Mappings(StateStore state) {
    this.state = state;
  }

  /** A mapping by its name. */
  public Optional<Map<String, String>> find(Kind kind, String name) {
    return state.get(StateStore.Kind.MAPPING, id(kind, name)).map(Mappings::read);
  }

  /** All of a kind. */
  public SortedMap<String, Map<String, String>> all(Kind kind) {
    SortedMap<String, Map<String, String>> all = new TreeMap<>();
    for (StateStore.Item item : state.list(StateStore.Kind.MAPPING)) {
      if (item.id().startsWith(kind.code() + "/")) {
        all.put(item.id().substring(kind.code().length() + 1), read(item));
      }
    }
    return all;
  }

  /** Saves a mapping; one of the same name is replaced. Messages that were kept under it are read as before. */
  public void save(Kind kind, String name, Map<String, String> settings) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      long version =
          state
              .get(StateStore.Kind.MAPPING, id(kind, name))
              .map(StateStore.Item::version)
              .orElse(0L);
      if (state.put(
          new StateStore.Write(
              StateStore.Kind.MAPPING, id(kind, name), version, write(settings)))) {
        return;
      }
    }
    throw new IllegalStateException("mapping " + name + " is written by others all the time");
  }

  private static String id(Kind kind, String name) {
    return kind.code() + "/" + name;
  }

  private static String write(Map<String, String> settings) {
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(settings));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings cannot be written as JSON", e);
    }
  }

  private static Map<String, String> read(StateStore.Item item) {
    try {
      return MAPPER.readValue(item.json(), new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("mapping " + item.id() + " cannot be read", e);
    }
  }
}
