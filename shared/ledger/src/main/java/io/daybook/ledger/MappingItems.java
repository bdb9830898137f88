package io.daybook.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Mappings in a book's state, apart from the rules that name them: a mapping may have thousands of lines, and every change
 * of a switch makes a version of the rules. Named by what they say, so that the same is stored once.
 */
final class MappingItems {
  /** What stays far below the size of an item that DynamoDB takes. */
  private static final int LINES_IN_A_PART = 500;

  private static final int NAME_BYTES = 12;
  private static final TypeReference<List<MappingLine>> LINES = new TypeReference<>() {};

  private final StateStore state;
  private final ObjectMapper mapper;
  private final Map<String, Mapping> loaded = new HashMap<>();

  MappingItems(StateStore state, ObjectMapper mapper) {
    this.state = state;
    this.mapper = mapper;
  }

  /** Stores a mapping and returns its name: its digest and how many parts it has. */
  String store(Mapping mapping) throws JsonProcessingException {
    List<MappingLine> lines = mapping.lines();
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += LINES_IN_A_PART) {
      parts.add(
          mapper.writeValueAsString(
              lines.subList(from, Math.min(from + LINES_IN_A_PART, lines.size()))));
    }
    String name = digest(parts) + "." + parts.size();
    for (int part = 0; part < parts.size(); part++) {
      // Whoever stored it before stored the same.
      boolean _ =
          state.put(
              new StateStore.Write(StateStore.Kind.CHART, id(name, part), 0, parts.get(part)));
    }
    return name;
  }

  /** The mapping of a name; read once. */
  Mapping load(String name) throws JsonProcessingException {
    Mapping known = loaded.get(name);
    if (known == null) {
      known = read(name);
      loaded.put(name, known);
    }
    return known;
  }

  private Mapping read(String name) throws JsonProcessingException {
    int parts = Integer.parseInt(name.substring(name.indexOf('.') + 1));
    List<MappingLine> lines = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      String id = id(name, part);
      StateStore.Item item =
          state
              .get(StateStore.Kind.CHART, id)
              .orElseThrow(() ->
                  new IllegalStateException(
                      "book " + state.book() + " has no part " + id + " of a mapping"));
      lines.addAll(mapper.readValue(item.json(), LINES));
    }
    return Mapping.of(lines);
  }

  private static String id(String name, int part) {
    return String.format("%s.%02d", name, part);
  }

  private static String digest(List<String> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      parts.forEach(part -> sha.update(part.getBytes(UTF_8)));
      return HexFormat.of().formatHex(sha.digest(), 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
