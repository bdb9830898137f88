/**
 * The language of Magento Open Source and Adobe Commerce: orders, invoices, credit memos and shipments as the REST API gives
 * them, each of the last three joined with its order, and Adobe I/O Events about them.
 *
 * <p>What always holds: amounts are the {@code base_*} fields, in the order's base currency; a parent and its children are
 * counted once; an amount with more decimals than its currency is rounded half up on the absolute value; customers,
 * addresses and comments never enter a fact (decision 39).
 *
 * <p>It refuses events that Adobe did not sign, and those meant for another recipient.
 */
@NullMarked
package io.daybook.sources.magento;

import org.jspecify.annotations.NullMarked;
