/**
 * Square's language: webhooks of payments, refunds, disputes and payouts, and the objects that its sweep brings.
 *
 * <p>What always holds: a sale's lines and its cash are told by the order, other tenders by the payment, money by the
 * entries of payouts (decision 35); an amount is whole minor units with its currency beside it, and an amount in another
 * currency than its order's is refused; buyers, team members and notes never enter a fact.
 *
 * <p>It refuses webhooks that are not signed over the address they were subscribed for, and events of another merchant.
 */
@NullMarked
package io.daybook.sources.square;

import org.jspecify.annotations.NullMarked;
