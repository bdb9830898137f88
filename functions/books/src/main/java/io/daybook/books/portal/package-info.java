/**
 * What people ask for at the portal and the portal cannot do itself: it ships no client of a platform's API and reads no bank
 * file (docs/decisions/0048). It calls the function by name and waits for the answer.
 *
 * <p>What always holds: who asks was let in by the portal, which names the book; every answer is JSON with {@code refused}, a
 * sentence for the person, or with what was done. Secrets come enciphered for their connection and are never in an answer.
 *
 * <p>What it refuses: a book that does not exist, and whatever the same act refuses at the command line.
 */
@NullMarked
package io.daybook.books.portal;

import org.jspecify.annotations.NullMarked;
