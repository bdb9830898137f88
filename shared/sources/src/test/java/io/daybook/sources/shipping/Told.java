package io.daybook.sources.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import java.util.List;

/** Messages written with single quotes, and what a language makes of them. */
public final class Told {
  private Told() {}

  public static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }

  public static List<Fact> facts(Source source, String topic, String text, Origin origin) {
    Translation translation = source.translate(topic, json(text), origin);
    assertThat(translation).isInstanceOf(Translation.Facts.class);
    return ((Translation.Facts) translation).facts();
  }

  public static Fact fact(Source source, String topic, String text, Origin origin) {
    List<Fact> facts = facts(source, topic, text, origin);
    assertThat(facts).hasSize(1);
    return facts.getFirst();
  }

  public static Translation of(Source source, String topic, String text, Origin origin) {
    return source.translate(topic, json(text), origin);
  }
}
