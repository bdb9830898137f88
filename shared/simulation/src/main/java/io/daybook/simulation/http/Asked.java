package io.daybook.simulation.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param method such as {@code GET}
 * @param uri path and query
 * @param headers by lower-case name
 * @param body as text
 */
public record Asked(String method, URI uri, Map<String, String> headers, String body) {
  /** Copies the headers. */
  public Asked {
    headers = Map.copyOf(headers);
  }

  /** The path. */
  public String path() {
    return uri.getPath();
  }

  /** A header. */
  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** The query's parameters, decoded, each with all its values. */
  public Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = decoded(pair.substring(equals + 1));
        parameters
            .computeIfAbsent(decoded(pair.substring(0, equals)), none -> new ArrayList<>())
            .add(value);
      }
    }
    return parameters;
  }

  /** A parameter's first value. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters().get(name)).map(List::getFirst);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
