/**
 * What readers of people's files share: bytes as text, XML as elements, amounts as written.
 *
 * <p>What always holds: whatever stands in a file, a reader ends, with what it read or with a {@link
 * io.daybook.sources.reading.Misread} that names line, field and what was expected. Nothing here repeats the file's own
 * words in a message.
 *
 * <p>What it refuses: document types, entities and deep nesting in XML; amounts that are not exact in their currency.
 */
@NullMarked
package io.daybook.sources.reading;

import org.jspecify.annotations.NullMarked;
