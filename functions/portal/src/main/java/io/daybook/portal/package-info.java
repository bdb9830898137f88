/**
 * The hub's pages, as one Lambda function behind a function URL: payouts, exceptions and statements for merchants and
 * accountants, the hub's health for those who run it.
 *
 * <p>What always holds: nobody sees a book that his session is not for, nor hears whether it exists; nothing but signing in
 * and out and asking for a replay changes anything, and all three are POSTs of our own pages; no answer shows a raw message,
 * a stack trace or a secret; every page works without JavaScript.
 */
@NullMarked
package io.daybook.portal;

import org.jspecify.annotations.NullMarked;
