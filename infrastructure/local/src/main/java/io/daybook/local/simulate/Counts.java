package io.daybook.local.simulate;

/**
 * What was played.
 *
 * @param histories how many
 * @param operations what happened in them
 * @param facts facts told, each telling of one counted
 * @param entries entries posted
 * @param acts acts of people that were accepted
 * @param crashes how often the process crashed between two calls of a store
 * @param faults how often a store failed or lagged
 */
public record Counts(
    long histories,
    long operations,
    long facts,
    long entries,
    long acts,
    long crashes,
    long faults) {
  /** Nothing was played. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public Counts plus(Counts other) {
    return new Counts(
        histories + other.histories,
        operations + other.operations,
        facts + other.facts,
        entries + other.entries,
        acts + other.acts,
        crashes + other.crashes,
        faults + other.faults);
  }
}
