/**
 * Connects platform accounts to books, and looks whether they can be asked: for the command and for the portal alike.
 *
 * <p>What always holds: a secret is enciphered before it is stored and never in a message to people; a webhook secret that was
 * believed stays so beside the newest.
 *
 * <p>What it refuses: a name that is the hub's own or another account's, a new book without zone and currency.
 */
@NullMarked
package io.daybook.books.connect;

import org.jspecify.annotations.NullMarked;
