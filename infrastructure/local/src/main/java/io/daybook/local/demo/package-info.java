/**
 * The demo: a month of a sample shop, played through the front door of a hub and compared with the month's own answers.
 * Made of the verbs; posts nothing by itself.
 */
@NullMarked
package io.daybook.local.demo;

import org.jspecify.annotations.NullMarked;
