/**
 * What an order requires, from payment to the last parcel, refund or lost dispute.
 *
 * <p>The order's facts become a {@link io.daybook.posting.order.Timeline} of moments; {@link
 * io.daybook.posting.order.OrderBalance} is what the books hold of it at a moment, by line; each concern (payments,
 * edits, recognition, refunds, disputes, settlements) is a class that says which legs a moment requires and how it
 * changes the balance. To add a case, add its moment or change the class of its concern.
 *
 * <p>The legs of a {@link io.daybook.posting.order.Part} are said by the part, which knows its accounts, its exemption and
 * whose revenue it is; tax legs by their {@link io.daybook.posting.order.TaxKey}. What is undone is the difference of two
 * lives (decision 15).
 *
 * <p>What always holds: every balance is computed anew from all facts, so the order in which they came has no say; no
 * part of the balance ever falls below zero; what leaves 2100 is what came into it. It refuses to post in a currency
 * other than the book's, and to scale an order whose parts do not add up.
 */
@NullMarked
package io.daybook.posting.order;

import org.jspecify.annotations.NullMarked;
