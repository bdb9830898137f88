package io.daybook.local.hub;

import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Trigger;
import io.daybook.local.lambda.LocalFunction;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which function answers a path, by the catalogue's HTTP triggers: the one whose path begins with the same word, else the
 * one that takes every path. What the function makes of the path and the method is its own matter.
 */
final class Routes {
  private static final String EVERY = "{page+}";

  private final Map<String, LocalFunction> byFirstWord = new TreeMap<>();

  Routes(Functions functions) {
    for (FunctionSpec function : Catalogue.all()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.Http(_, String path)) {
          byFirstWord.put(firstWord(path), functions.of(function));
        }
      }
    }
  }

  Optional<LocalFunction> of(String path) {
    return Optional.ofNullable(byFirstWord.get(firstWord(path)))
        .or(() -> Optional.ofNullable(byFirstWord.get(EVERY)));
  }

  /** {@code hooks} of {@code /hooks/shopify/mine.shop}. */
  private static String firstWord(String path) {
    String[] words = path.split("/", 3);
    return words.length < 2 ? "" : words[1];
  }
}
