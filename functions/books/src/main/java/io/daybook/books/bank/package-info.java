/**
 * Takes files of banks into a book, whoever brings them: a person at the command line, a watched folder, a bucket.
 *
 * <p>What always holds: a file is taken whole or not at all; each account's statements become one message of the inbox, with
 * all that reading them again needs; what is not booked yet is kept apart, shown, and replaced by what the bank tells
 * later.
 *
 * <p>What it refuses: an account that nobody named, a name that is another account's, and lines that look like known ones
 * told in another format, for those would count twice.
 */
@NullMarked
package io.daybook.books.bank;

import org.jspecify.annotations.NullMarked;
