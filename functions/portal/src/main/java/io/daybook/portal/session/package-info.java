/**
 * Who may see what: one-time links that sign a person in, and the sessions they begin (docs/decisions/0021).
 *
 * <p>What always holds: links and cookies are 256 random bits, of which the state keeps only the SHA-256; a link signs in
 * once; a session ends by itself. It refuses a session for all books to anybody but an operator, and says of a token that is
 * wrong, spent or too old only that it signs nobody in.
 */
@NullMarked
package io.daybook.portal.session;

import org.jspecify.annotations.NullMarked;
