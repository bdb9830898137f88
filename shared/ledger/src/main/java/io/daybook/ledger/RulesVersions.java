package io.daybook.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.events.FactJson;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The versions of a book's rules: each written once, none ever changed. */
public final class RulesVersions {
  private static final ObjectMapper MAPPER = mapper();
  private static final int MAX_TRIES = 20;
  private static final String CHART = "chart";
  private static final String MAPPING = "mapping";
  private static final String DATED = "dated";
  private static final ArrayNode NO_LINES = MAPPER.createArrayNode();

  private final StateStore state;
  private final Supplier<Optional<Rules>> current;

  private RulesVersions(StateStore state, Supplier<Optional<Rules>> current) {
    this.state = state;
    this.current = current;
  }

  /** The rules in a book's state. */
  public RulesVersions(StateStore state) {
    this(state, () -> newest(state));
  }

  /**
   * The same for one piece of work, which reads the newest once, when it first asks: a version that is added meanwhile
   * counts for the next.
   */
  public static RulesVersions readOnce(StateStore state) {
    AtomicReference<@Nullable Optional<Rules>> read = new AtomicReference<>();
    return new RulesVersions(
        state,
        () -> {
          Optional<Rules> known = read.get();
          if (known == null) {
            known = newest(state);
            read.set(known);
          }
          return known;
        });
  }

  private static ObjectMapper mapper() {
    SimpleModule keys = new SimpleModule();
    keys.addKeyDeserializer(Origin.class, JsonKeys.of(Origin::parse));
    keys.addKeyDeserializer(Gateway.class, JsonKeys.of(Gateway::new));
    return FactJson.mapper().registerModule(keys);
  }

  /** A version that exists. */
  public Rules version(int version) {
    return state
        .get(StateStore.Kind.RULES, id(version))
        .map(item -> read(item, new MappingItems(state, MAPPER)))
        .orElseThrow(
            () -> new IllegalStateException("book " + state.book() + " has no rules " + version));
  }

  /** The newest version, if the book has rules at all. */
  public Optional<Rules> current() {
    return current.get();
  }

  /** Every chart that the book was ever shown under, the newest first. */
  public List<Chart> charts() {
    MappingItems mappings = new MappingItems(state, MAPPER);
    return state.list(StateStore.Kind.RULES).reversed().stream()
        .map(item -> read(item, mappings).chart())
        .distinct()
        .toList();
  }

  private static Optional<Rules> newest(StateStore state) {
    List<StateStore.Item> items = state.list(StateStore.Kind.RULES);
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(read(items.getLast(), new MappingItems(state, MAPPER)));
  }

  /**
   * Adds a version made from the newest (or from {@code first}, if the book has none), unless the change changes nothing.
   *
   * @param change gets the newest rules and returns them as they shall be; their version number is set here
   */
  public Rules amend(Rules first, UnaryOperator<Rules> change) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Rules> newest = newest(state);
      Rules before = newest.orElse(first.numbered(0));
      Rules after = change.apply(before).numbered(before.version());
      if (newest.isPresent() && after.equals(before)) {
        return before;
      }
      Rules next = after.numbered(before.version() + 1);
      if (state.put(
          new StateStore.Write(StateStore.Kind.RULES, id(next.version()), 0, write(next, state)))) {
        return next;
      }
    }
    throw new IllegalStateException(
        "the rules of book " + state.book() + " changed " + MAX_TRIES + " times meanwhile");
  }

  private static String id(int version) {
    return String.format("%06d", version);
  }

  private static Rules read(StateStore.Item item, MappingItems mappings) {
    try {
      ObjectNode rules = (ObjectNode) MAPPER.readTree(item.json());
      rules.set("policy", PolicyText.complete(rules.path("policy"), MAPPER));
      ObjectNode dated = rules.withObject("/" + DATED);
      for (Map.Entry<String, JsonNode> day : dated.properties()) {
        day.setValue(PolicyText.complete(day.getValue(), MAPPER));
      }
      if (!rules.has(CHART)) {
        rules.set(CHART, MAPPER.valueToTree(Chart.beforeCharts()));
      }
      ObjectNode chart = (ObjectNode) rules.get(CHART);
      Mapping mapping = mapping(chart.path(MAPPING), mappings);
      SortedMap<LocalDate, Mapping> from = new TreeMap<>();
      for (Map.Entry<String, JsonNode> day : chart.path(DATED).properties()) {
        from.put(LocalDate.parse(day.getKey()), mapping(day.getValue(), mappings));
      }
      chart.set(MAPPING, NO_LINES);
      chart.set(DATED, MAPPER.createObjectNode());
      Rules without = MAPPER.treeToValue(rules, Rules.class);
      return without.with(
          new Chart(without.chart().preset(), without.chart().dimensions(), mapping, from));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rules " + item.id() + " cannot be read", e);
    }
  }

  /** A mapping by its name; one that maps nothing may stand there itself, as no lines. */
  private static Mapping mapping(JsonNode named, MappingItems mappings)
      throws JsonProcessingException {
    return named.isTextual() ? mappings.load(named.textValue()) : Mapping.none();
  }

  private static String write(Rules rules, StateStore state) {
    try {
      Chart chart = rules.chart();
      MappingItems mappings = new MappingItems(state, MAPPER);
      ObjectNode text =
          MAPPER.valueToTree(
              rules.with(new Chart(chart.preset(), chart.dimensions(), Mapping.none())));
      ObjectNode named = (ObjectNode) text.get(CHART);
      if (!chart.mapping().isNone()) {
        named.put(MAPPING, mappings.store(chart.mapping()));
      }
      for (Map.Entry<LocalDate, Mapping> day : chart.dated().entrySet()) {
        named.withObject("/" + DATED).put(day.getKey().toString(), mappings.store(day.getValue()));
      }
      return MAPPER.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rules " + rules.version() + " cannot be written", e);
    }
  }
}
