package io.daybook.cloud.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stream triggers: they take a look or two to change. */
public final class FakeLambda {
  private final Map<String, String> states = new TreeMap<>();
  private final List<String> switched = new ArrayList<>();

  /** A trigger is made. */
  void make(String id) {
    states.putIfAbsent(id, "Enabled");
  }

  Answer get(String id) {
    String state = states.get(id);
    if (state == null) {
      return Answer.jsonError(404, "ResourceNotFoundException", "there is no " + id);
    }
    Answer answer = mapping(id, state);
    if (state.equals("Disabling")) {
      states.put(id, "Disabled");
    } else if (state.equals("Enabling")) {
      states.put(id, "Enabled");
    }
    return answer;
  }

  Answer update(String id, String json) {
    String state = states.get(id);
    if (state == null) {
      return Answer.jsonError(404, "ResourceNotFoundException", "there is no " + id);
    }
    if (state.endsWith("ing")) {
      return Answer.jsonError(400, "ResourceInUseException", "it is " + state);
    }
    boolean enable = json.replace(" ", "").contains("\"Enabled\":true");
    states.put(id, enable ? "Enabling" : "Disabling");
    switched.add(id + (enable ? " on" : " off"));
    return mapping(id, states.getOrDefault(id, ""));
  }

  private static Answer mapping(String id, String state) {
    return Answer.ok(
        "{\"UUID\":\""
            + id
            + "\",\"State\":\""
            + state
            + "\",\"LastProcessingResult\":\"OK\",\"FunctionArn\":\"arn:aws:lambda:eu-central-1:123456789012:function:daybook-test-"
            + id
            + ":live\"}");
  }

  /** How each is. */
  public Map<String, String> states() {
    return Map.copyOf(states);
  }

  /** What was switched, in order. */
  public List<String> switched() {
    return List.copyOf(switched);
  }

  /** A trigger is so. */
  public void set(String id, String state) {
    states.put(id, state);
  }
}
