package io.daybook.bench.cost;

/**
 * What some requests came to.
 *
 * @param requests how many
 * @param writes how many of them wrote
 * @param bytes written or read, items whole
 * @param writeUnits of the table
 * @param indexUnits write units of its index
 * @param halfReadUnits twice the read units: an eventually consistent read costs half of one
 */
public record Usage(
    long requests, long writes, long bytes, long writeUnits, long indexUnits, long halfReadUnits) {
  /** Nothing at all. */
  public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

  static Usage write(long bytes, long units, long indexUnits) {
    return new Usage(1, 1, bytes, units, indexUnits, 0);
  }

  static Usage read(long bytes, long halfUnits) {
    return new Usage(1, 0, bytes, 0, 0, halfUnits);
  }

  /** Both together. */
  public Usage plus(Usage other) {
    return new Usage(
        requests + other.requests,
        writes + other.writes,
        bytes + other.bytes,
        writeUnits + other.writeUnits,
        indexUnits + other.indexUnits,
        halfReadUnits + other.halfReadUnits);
  }
}
