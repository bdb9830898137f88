package io.daybook.sources.shipping;

import io.daybook.events.Fact;
import io.daybook.sources.Translation;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.JsonTranslation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Pulled objects, of which one that is not understood is said to be so. */
public final class Pulled {
  private Pulled() {}

  /** One pulled object, or a message of several: if one of them tells no facts, that is what becomes of them all. */
  public static Translation each(byte[] body, Function<Field, Translation> reading) {
    return JsonTranslation.one(
        body,
        root -> {
          List<Fact> told = new ArrayList<>();
          for (Field object : root.maybe("objects").map(Field::list).orElse(List.of(root))) {
            switch (reading.apply(object)) {
              case Translation.Facts facts -> told.addAll(facts.facts());
              case Translation.Unknown unknown -> {
                return unknown;
              }
              case Translation.Malformed malformed -> {
                return malformed;
              }
            }
          }
          return new Translation.Facts(told);
        });
  }

  /** Facts that are told. */
  public static Translation facts(Fact... facts) {
    return new Translation.Facts(List.of(facts));
  }
}
