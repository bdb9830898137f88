/**
 * Shopify: its webhooks' signatures, and its objects as facts, whether a webhook tells them (REST-shaped JSON) or the
 * sweep asks for them (Admin GraphQL, version 2026-10).
 *
 * <p>What always holds: webhook and sweep of the same thing give equal facts, because one translation reads both through
 * a {@link io.daybook.sources.shopify.Dialect}; amounts are the shop's money, never the customer's; taxes are the
 * platform's own figures. What a webhook cannot say in the shop's money (a payment in another currency, an item's cost,
 * which comes without a currency) it does not tell: the sweep does. A list that was cut short is refused.
 */
@NullMarked
package io.daybook.sources.shopify;

import org.jspecify.annotations.NullMarked;
