package io.daybook.sources.shopify;

/** How Shopify writes an object. */
enum Dialect {
  /** Webhooks: snake case, numbers as ids, arrays. */
  WEBHOOK,
  /** Admin GraphQL: camel case, global ids, connections. */
  GRAPHQL
}
