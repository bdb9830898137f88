package io.daybook.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.events.FactJson;
import io.daybook.events.PolicyChange.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy as people see it: a list of switches with names, each with its meaning, its default and where it stands. */
public final class PolicySwitches {
  /**
   * A switch.
   *
   * @param name theme and switch, such as {@code recognition.trigger}
   * @param meaning what it decides, in a sentence
   * @param choices the words it can stand at; empty if it is a number or JSON
   * @param standard where it stands unless somebody changes it
   * @param value where it stands
   */
  public record Switch(
      String name, String meaning, List<String> choices, String standard, String value) {}

  private static final ObjectMapper MAPPER = FactJson.mapper();

  private PolicySwitches() {}

  /** What a book is begun with and keeps, as switches that cannot be set; their default is empty. */
  public static List<Switch> ofBook(Rules rules) {
    return List.of(
        new Switch(
            "book.currency",
            PolicyMeanings.of("book.currency"),
            List.of(),
            "",
            rules.currency().value()),
        new Switch(
            "book.zone", PolicyMeanings.of("book.zone"), List.of(), "", rules.zone().getId()));
  }

  /** All switches of a policy, theme by theme. */
  public static List<Switch> of(Policy policy) {
    JsonNode values = MAPPER.valueToTree(policy);
    JsonNode standards = MAPPER.valueToTree(Policy.standard());
    List<Switch> switches = new ArrayList<>();
    for (RecordComponent theme : Policy.class.getRecordComponents()) {
      for (RecordComponent part : theme.getType().getRecordComponents()) {
        String name = theme.getName() + "." + part.getName();
        String at = "/" + theme.getName() + "/" + part.getName();
        switches.add(
            new Switch(
                name,
                PolicyMeanings.of(name),
                choices(part),
                text(standards.at(at)),
                text(values.at(at))));
      }
    }
    return List.copyOf(switches);
  }

  private static List<String> choices(RecordComponent part) {
    Object[] constants = part.getType().getEnumConstants();
    return constants == null
        ? List.of()
        : Arrays.stream(constants).map(constant -> ((Enum<?>) constant).name()).toList();
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /**
   * A policy with switches set.
   *
   * @throws IllegalArgumentException if there is no such switch, or it cannot stand there: says what was expected
   */
  public static Policy set(Policy policy, List<Setting> settings) {
    ObjectNode values = MAPPER.valueToTree(policy);
    for (Setting setting : settings) {
      if (setting.name().startsWith("book.")) {
        throw new IllegalArgumentException(
            "switch '"
                + setting.name()
                + "' is what the book was begun with: every day and value in it goes by that;"
                + " begin another book with a cut-over instead");
      }
      Switch found =
          of(policy).stream()
              .filter(one -> one.name().equals(setting.name()))
              .findFirst()
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "switch '"
                          + setting.name()
                          + "' is unknown, expected one of "
                          + of(policy).stream()
                              .map(Switch::name)
                              .collect(Collectors.joining(", "))));
      String[] place = setting.name().split("\\.", 2);
      ((ObjectNode) values.get(place[0])).set(place[1], value(found, setting.value()));
      read(values, found, setting.value());
    }
    return read(values);
  }

  private static JsonNode value(Switch of, String said) {
    if (!of.choices().isEmpty()) {
      String word = said.strip().toUpperCase(Locale.ROOT).replace('-', '_');
      if (!of.choices().contains(word)) {
        throw new IllegalArgumentException(
            of.name() + " is '" + said + "', expected one of " + String.join(", ", of.choices()));
      }
      return MAPPER.getNodeFactory().textNode(word);
    }
    try {
      JsonNode value = MAPPER.readTree(said);
      JsonNode standard = MAPPER.readTree(of.standard());
      if (value.getNodeType() == standard.getNodeType()) {
        return value;
      }
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(expected(of, said), wrong);
    }
    throw new IllegalArgumentException(expected(of, said));
  }

  private static String expected(Switch of, String said) {
    return of.name()
        + " is '"
        + said
        + "', expected "
        + (of.standard().startsWith("{")
            ? "JSON like its default, which is " + of.standard()
            : "a whole number such as " + of.standard());
  }

  private static void read(ObjectNode values, Switch of, String said) {
    try {
      MAPPER.treeToValue(values, Policy.class);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(
          of.name() + " cannot stand at '" + said + "': " + words(wrong), wrong);
    }
  }

  /** A record's own words if it refused, the reader's first line otherwise. */
  private static String words(JsonProcessingException wrong) {
    Throwable cause = wrong.getCause();
    return cause instanceof IllegalArgumentException
        ? String.valueOf(cause.getMessage())
        : wrong.getOriginalMessage().lines().findFirst().orElse("");
  }

  private static Policy read(ObjectNode values) {
    try {
      return MAPPER.treeToValue(values, Policy.class);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("policy cannot be read: " + words(wrong), wrong);
    }
  }

  /** The switches in which two policies differ, as the second has them. */
  public static List<Setting> changes(Policy from, Policy to) {
    List<Setting> settings = new ArrayList<>();
    List<Switch> before = of(from);
    List<Switch> after = of(to);
    for (int index = 0; index < before.size(); index++) {
      if (!before.get(index).value().equals(after.get(index).value())) {
        settings.add(new Setting(after.get(index).name(), after.get(index).value()));
      }
    }
    return List.copyOf(settings);
  }

  /** What a country's defaults decide, and nothing else: the switches in which countries differ, as it has them. */
  public static List<Setting> preset(Policy country) {
    Set<String> differing = new TreeSet<>();
    for (Policy one :
        List.of(Policy.unitedStates(), Policy.europeanUnion(), Policy.unitedKingdom())) {
      changes(Policy.standard(), one).forEach(setting -> differing.add(setting.name()));
    }
    return of(country).stream()
        .filter(one -> differing.contains(one.name()))
        .map(one -> new Setting(one.name(), one.value()))
        .toList();
  }
}
