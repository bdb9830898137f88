package io.daybook.sources.shopify;

import java.util.Locale;

/** A field's name in both dialects. */
record Name(String webhook, String graphql) {
  /** A name that differs only in its case: {@code updated_at} and {@code updatedAt}. */
  static Name of(String webhook) {
    StringBuilder graphql = new StringBuilder();
    for (String word : webhook.split("_", -1)) {
      graphql.append(
          graphql.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return new Name(webhook, graphql.toString());
  }

  String in(Dialect dialect) {
    return switch (dialect) {
      case WEBHOOK -> webhook;
      case GRAPHQL -> graphql;
    };
  }
}
