/**
 * The seal: one append-only Merkle log per book (RFC 9162) over the exact stored bytes of its steps, the archive files
 * that hold those bytes, and the verifier that needs nothing but such files and the published tree heads.
 *
 * <p>What always holds: a leaf is a step's subject, number and stored bytes, each length-prefixed, so that no two steps
 * share one; a log only grows, and of any two heads the later is provably the earlier continued. Nothing here depends
 * on more than the JDK, or knows a file: it reads and writes streams.
 *
 * <p>It refuses a record past its limits and an archive that is damaged, naming the place. It never mends.
 */
@NullMarked
package io.daybook.seal;

import org.jspecify.annotations.NullMarked;
