/**
 * The verbs. Each says what it did in plain words (or as JSON), shows progress on anything long, exits 0 only on
 * success, and on bad input names the file, line and field; never a stack trace at a person.
 */
@NullMarked
package io.daybook.local.command;

import org.jspecify.annotations.NullMarked;
