/**
 * What people do to the books: close a month and open it again, enter, reverse, have posted again. Every act is checked
 * first and then told through the inbox like any other fact, with a name on it; the audit trail holds it for ever. An act
 * that cannot be done as asked is refused with a sentence, and nothing is told.
 */
@NullMarked
package io.daybook.books.acts;

import org.jspecify.annotations.NullMarked;
