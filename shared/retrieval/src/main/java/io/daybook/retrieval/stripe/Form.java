package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/** The fields of a request that writes. */
final class Form {
  private final StringBuilder fields = new StringBuilder();

  Form with(String name, String value) {
    if (!fields.isEmpty()) {
      fields.append('&');
    }
    fields
        .append(URLEncoder.encode(name, UTF_8))
        .append('=')
        .append(URLEncoder.encode(value, UTF_8));
    return this;
  }

  /** {@code name[0]=…&name[1]=…}. */
  Form with(String name, List<String> values) {
    for (int index = 0; index < values.size(); index++) {
      Form _ = with(name + "[" + index + "]", values.get(index));
    }
    return this;
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
