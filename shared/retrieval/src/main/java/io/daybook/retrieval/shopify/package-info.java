/**
 * Shopify's Admin GraphQL API: orders, items' costs, disputes and the ledger and payouts of Shopify Payments, as they
 * changed in a window. The queries are resources ({@code *.graphql}), and use only fields of version {@value
 * io.daybook.retrieval.shopify.GraphqlCall#VERSION}.
 *
 * <p>What always holds: an object is handed over whole (nested lists are read to their end, or the page is refused); a
 * query that the platform finds too dear is asked again in smaller pieces; the platform's throttling is obeyed; the
 * token is in no message. A long window of orders or costs is read from the file of a bulk operation (decision 44), whose
 * objects are put together as pages tell them; what is wrong with an operation costs time, never an object.
 */
@NullMarked
package io.daybook.retrieval.shopify;

import org.jspecify.annotations.NullMarked;
