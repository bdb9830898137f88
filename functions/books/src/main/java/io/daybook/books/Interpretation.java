package io.daybook.books;

import io.daybook.events.Fact;
import io.daybook.sources.Translation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a message says, and what of it could not be understood.
 *
 * @param facts what was understood
 * @param unknown kinds that this version does not know: the message is parked
 * @param malformed places that are not what the platform promises: the message has failed
 */
record Interpretation(
    List<Fact> facts, List<Translation.Unknown> unknown, List<Translation.Malformed> malformed) {
  Interpretation {
    facts = List.copyOf(facts);
    unknown = List.copyOf(unknown);
    malformed = List.copyOf(malformed);
  }

  /** With one fact more, if there is one. */
  Interpretation with(Optional<Fact> further) {
    return further.isEmpty()
        ? this
        : new Interpretation(
            Stream.concat(facts.stream(), further.stream()).toList(), unknown, malformed);
  }

  static Interpretation of(List<Translation> translations) {
    return new Interpretation(
        translations.stream()
            .filter(Translation.Facts.class::isInstance)
            .flatMap(translation -> ((Translation.Facts) translation).facts().stream())
            .toList(),
        translations.stream()
            .filter(Translation.Unknown.class::isInstance)
            .map(Translation.Unknown.class::cast)
            .toList(),
        translations.stream()
            .filter(Translation.Malformed.class::isInstance)
            .map(Translation.Malformed.class::cast)
            .toList());
  }
}
