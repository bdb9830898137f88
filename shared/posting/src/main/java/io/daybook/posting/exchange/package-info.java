/**
 * Foreign money: which rate counts for a subject, and what its legs are worth in the book's currency.
 *
 * <p>What always holds: a rate is a fact in the subject's own log, so that what it posts is a function of its facts; each leg is
 * rounded once (rule A5); what comes to nothing in a currency comes to nothing in value; and nothing is posted by a rate that
 * nobody told. What it refuses: guessing a rate, and averaging (rule A6).
 */
@NullMarked
package io.daybook.posting.exchange;

import org.jspecify.annotations.NullMarked;
