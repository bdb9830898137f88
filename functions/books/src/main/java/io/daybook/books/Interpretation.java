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
 * @param asks whether it is what the law has a person ask
 */
record Interpretation(
    List<Fact> facts,
    List<Translation.Unknown> unknown,
    List<Translation.Malformed> malformed,
    Asks asks) {
  /** Whether it asks something of whoever keeps it. */
  enum Asks {
    /** As a rule. */
    NOTHING,
    /** What is kept of a person, or its erasure. */
    OF_PERSON
  }

  Interpretation {
    facts = List.copyOf(facts);
    unknown = List.copyOf(unknown);
    malformed = List.copyOf(malformed);
  }

  /** With the line of the audit trail that a person's request makes, if it is one. */
  Interpretation with(Optional<Fact> request) {
    return request.isEmpty()
        ? this
        : new Interpretation(
            Stream.concat(facts.stream(), request.stream()).toList(),
            unknown,
            malformed,
            Asks.OF_PERSON);
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
            .toList(),
        Asks.NOTHING);
  }
}
