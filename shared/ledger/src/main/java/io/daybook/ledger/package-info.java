/**
 * The ledger: money, accounts, entries, and subjects as logs of steps.
 *
 * <p>A <em>subject</em> (an order, a balance transaction, a payout, a bank line) is a log of steps 1, 2, 3 …; each step
 * holds the facts learnt and at most one journal entry, written once and never touched again. {@link
 * io.daybook.ledger.Posting} appends what is required and not yet posted; that is the whole of idempotency.
 *
 * <p>What always holds: an entry's values sum to exactly zero and its amounts do in each currency; an entry has at most
 * {@link io.daybook.ledger.Entry#MAX_LEGS} legs; every key starts with the book, and code holds a handle on one book
 * only. The ledger refuses a step stamped more than 30 seconds before it is written.
 *
 * <p>The {@code *Store} interfaces are what a form of storage must offer (memory here; SQLite and DynamoDB in {@code
 * storage}); one contract test binds them all.
 */
@NullMarked
package io.daybook.ledger;

import org.jspecify.annotations.NullMarked;
