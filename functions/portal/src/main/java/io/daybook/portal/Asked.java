package io.daybook.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.catalogue.Catalogue;
import io.daybook.storage.deployment.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the function {@code act} answered to what was asked of it. */
sealed interface Asked {
  /** It is done. */
  record Done(JsonNode answer) implements Asked {
    /** Its sentences. */
    List<String> said() {
      return answer.path("said").valueStream().map(JsonNode::asText).toList();
    }
  }

  /** It is not done, and why: a line for each reason. */
  record Refused(List<String> words) implements Asked {
    public Refused {
      words = List.copyOf(words);
    }
  }

  /** What became of it is not known yet. */
  record Unknown() implements Asked {}

  /** Asks and waits. */
  static Asked of(Deployment deployment, ObjectNode act) {
    return deployment
        .functions()
        .ask(Catalogue.ACT.name(), act.toString())
        .map(Asked::read)
        .orElseGet(Unknown::new);
  }

  /** An act with the fields that every act has, and what was typed. */
  static ObjectNode act(
      String act, String book, String by, Map<String, String> form, List<String> fields) {
    ObjectNode asked = new ObjectMapper().createObjectNode();
    asked.put("act", act).put("book", book).put("by", by);
    for (String field : fields) {
      Optional.ofNullable(form.get(field))
          .map(String::strip)
          .filter(typed -> !typed.isEmpty())
          .ifPresent(typed -> asked.put(field, typed));
    }
    return asked;
  }

  private static Asked read(String answer) {
    try {
      JsonNode json = new ObjectMapper().readTree(answer);
      return json.has("refused")
          ? new Refused(json.path("refused").asText().lines().toList())
          : new Done(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("act answered what is no JSON", e);
    }
  }
}
