/**
 * Functions as Lambda runs them: AWS's own runtime interface client in a process of its own, against a stand-in of the
 * Runtime API, SnapStart's hooks included.
 *
 * <p>What always holds: the process gets the unpacked archive and nothing else on its path, the flags and variables that
 * Lambda gives; what does nothing runs in turns with what is measured, on the same flags. What cannot be seen here:
 * fetching code and snapshots, TLS, and the share of a processor that a function's memory buys.
 */
@NullMarked
package io.daybook.bench.lambda;

import org.jspecify.annotations.NullMarked;
