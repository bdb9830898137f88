/**
 * A stand-in for Shopify: its GraphQL Admin API over a faithful part of the real schema, and the webhooks it sends.
 *
 * <p>What always holds: the API's answers and the webhooks are rendered from the same month, so that they agree; every
 * list can be read to its end page by page; a query that the real schema would refuse is refused.
 *
 * <p>It refuses what Shopify refuses: a wrong token, an unknown version, a query that is too dear, one sent too fast.
 */
@NullMarked
package io.daybook.simulation.shopify;

import org.jspecify.annotations.NullMarked;
