/**
 * The REST API of Magento Open Source and Adobe Commerce, version {@code V1}: orders, invoices, credit memos and shipments
 * that changed in a window.
 *
 * <p>What always holds: pages follow by id, not by number, so that a page past the end, which Magento answers with the last
 * one again, is never asked for, and what changes meanwhile moves nothing; invoices, credit memos and shipments come with
 * their orders; of every object only the fields that its language reads are kept, none of which names a person.
 *
 * <p>It refuses to follow redirects, which would carry the token to another host.
 */
@NullMarked
package io.daybook.retrieval.magento;

import org.jspecify.annotations.NullMarked;
