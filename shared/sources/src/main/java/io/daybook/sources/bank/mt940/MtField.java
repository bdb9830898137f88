package io.daybook.sources.bank.mt940;

import io.daybook.sources.reading.Misread;
import java.util.List;

/**
 * A field of a message, such as {@code :61:…}, with the lines that continue it.
 *
 * @param tag {@code 61}, {@code 60F} and so on
 * @param line of the file, from 1
 * @param lines what stands after the tag, then each line that continues it
 */
record MtField(String tag, int line, List<String> lines) {
  MtField {
    lines = List.copyOf(lines);
  }

  /** The first line. */
  String first() {
    return lines.getFirst().strip();
  }

  Misread expected(String what) {
    return new Misread(line, ":" + tag + ":", what);
  }

  /** The tag without the letter that tells its option. */
  boolean is(String... tags) {
    return List.of(tags).contains(tag);
  }
}
