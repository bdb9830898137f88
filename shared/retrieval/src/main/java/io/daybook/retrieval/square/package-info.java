/**
 * Square's REST API: orders, payments, refunds, disputes, payouts with their entries, cash drawers, all of them for every
 * location of the merchant.
 *
 * <p>What always holds: a window is asked for by time of change where Square knows that, else from so long before it as
 * the object's life lasts; a list ends even if the platform repeats a cursor; a return comes with its refunds and its sale.
 *
 * <p>It refuses to follow redirects, which would carry the token to another host.
 */
@NullMarked
package io.daybook.retrieval.square;

import org.jspecify.annotations.NullMarked;
