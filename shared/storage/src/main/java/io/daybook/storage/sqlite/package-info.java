/**
 * The stores in one SQLite file: the hub on one machine, on which a small shop can live.
 *
 * <p>What always holds: each append, put and write is a transaction of its own that has reached the disk (write-ahead log,
 * {@code synchronous=FULL}) when the call returns; several threads and several processes can use one file at once; the
 * feed is an outbox row written in the same transaction, so that it tells of everything stored and of nothing else. The
 * file and its companions are readable by their owner only. It refuses a file of a newer format and a file that is
 * another program's.
 */
@NullMarked
package io.daybook.storage.sqlite;

import org.jspecify.annotations.NullMarked;
