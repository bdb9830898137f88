package io.daybook.sources.reading;

import java.util.List;

/** Everything that is wrong with a file, where a person is helped by knowing all of it at once; never leaves this module. */
public final class Misreadings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Misread> all;

  /** At least one. */
  public Misreadings(List<Misread> all) {
    super(all.size() + " problems, the first: " + all.getFirst().getMessage());
    this.all = List.copyOf(all);
  }

  /** In the file's order. */
  public List<Misread> all() {
    return all;
  }
}
