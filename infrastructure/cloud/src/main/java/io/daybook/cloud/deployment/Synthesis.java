package io.daybook.cloud.deployment;

import java.nio.file.Path;
import java.util.Map;

/** Writes the template of a stage. */
@FunctionalInterface
public interface Synthesis {
  /**
   * Synthesises.
   *
   * @param order for whom and with what
   * @return a folder with {@code *.template.json} and {@code *.assets.json} in the CDK's format
   * @throws Complaint if it cannot be, in words for a person
   */
  Path synthesise(Order order) throws Complaint;

  /**
   * What is to be synthesised.
   *
   * @param context values for the CDK application, by key
   */
  record Order(Stage stage, String account, String region, Map<String, String> context) {
    /** Copies the map. */
    public Order {
      context = Map.copyOf(context);
    }
  }

  /** What was synthesised before, and perhaps reviewed, in a folder. */
  static Synthesis done(Path folder) {
    return _ -> folder;
  }
}
