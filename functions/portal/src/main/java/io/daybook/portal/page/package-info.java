/**
 * What pages show, as plain records of words for the templates in {@code src/main/jte}, and how they are worded.
 *
 * <p>What always holds: templates only print; amounts come with their currency and thousands set apart, times with their
 * zone; nothing here reads a store.
 */
@NullMarked
package io.daybook.portal.page;

import org.jspecify.annotations.NullMarked;
