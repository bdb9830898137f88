package io.daybook.retrieval.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.Label;
import io.daybook.events.Origin;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.Retriever;
import io.daybook.sources.Secret;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import okhttp3.OkHttpClient;

/** A sweep of a stand-in, page after page, and what its source makes of it. */
final class Sweep {
  static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  static final Instant TO = Instant.parse("2026-11-20T12:00:00Z");
  private static final int MOST_STEPS = 200;

  private final List<Duration> pauses = new ArrayList<>();
  private final Source source;
  private final URI address;
  private final String key;

  Sweep(Source source, URI address, String key) {
    this.source = source;
    this.address = address;
    this.key = key;
  }

  /** Calls that do not really wait. */
  JsonApi api() {
    return new JsonApi(new OkHttpClient(), pauses::add, new Random(1));
  }

  List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  Endpoint endpoint() {
    return new Endpoint(address, new Secret(key.getBytes(UTF_8)));
  }

  Fetched fetch(Retriever retriever, String resource, Optional<String> cursor) {
    return retriever.fetch(endpoint(), new Request(resource, FROM, TO, cursor));
  }

  /** All that a resource has; a platform that asks to wait is asked again. */
  List<Fetched.PulledObject> objects(Retriever retriever, String resource) {
    List<Fetched.PulledObject> objects = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int step = 0; step < MOST_STEPS; step++) {
      switch (fetch(retriever, resource, cursor)) {
        case Fetched.Page page -> {
          objects.addAll(page.objects());
          if (page.next().isEmpty()) {
            return objects;
          }
          cursor = page.next();
        }
        case Fetched.Preparing preparing -> pauses.add(preparing.pause());
        case Fetched.Throttled throttled -> pauses.add(throttled.pause());
        case Fetched.Refused refused -> throw new AssertionError(refused.toString());
        case Fetched.Unavailable unavailable -> throw new AssertionError(unavailable.toString());
      }
    }
    throw new AssertionError(resource + " does not end");
  }

  List<Fact> facts(Retriever retriever, String resource) {
    List<Fact> facts = new ArrayList<>();
    for (Fetched.PulledObject object : objects(retriever, resource)) {
      Translation translation =
          source.translate(
              object.topic(), object.json().toArray(), new Origin(source.name(), "acme"));
      assertThat(translation).as(object.topic()).isInstanceOf(Translation.Facts.class);
      facts.addAll(((Translation.Facts) translation).facts());
    }
    return facts;
  }

  /** The newest version of each label, over all resources. */
  Map<String, Label> labels(Retriever retriever) {
    Map<String, Label> newest = new HashMap<>();
    for (String resource : retriever.resources()) {
      for (Fact fact : facts(retriever, resource)) {
        if (fact instanceof Label label) {
          newest.merge(
              label.id().value(),
              label,
              (one, other) -> other.version() >= one.version() ? other : one);
        }
      }
    }
    return newest;
  }
}
