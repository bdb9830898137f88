package io.daybook.seal;

/** Something that is not as it was sealed, and where. Leaf numbers count from 0 through the whole log. */
public sealed interface Finding {
  /** A step stands where another was sealed. */
  record Changed(String archive, long number, String place) implements Finding {}

  /** A sealed step is gone. */
  record Removed(String archive, long number) implements Finding {}

  /** A step that was never sealed; {@code before} is the number of the sealed leaf that follows it. */
  record Inserted(String archive, long before, String place) implements Finding {}

  /** A sealed step stands elsewhere than it was sealed. */
  record Moved(String archive, long number, String place) implements Finding {}

  /** The steps are as sealed, but the hashes at the end of the file are not theirs. */
  record LeavesDiffer(String archive) implements Finding {}

  /** A file cannot be read on; nothing after it can be proven. */
  record Damaged(String archive, long offset, String reason) implements Finding {}

  /** A file begins at another leaf than the one before it ended: a file is missing, double or out of order. */
  record Gap(String archive, long expected, long found) implements Finding {}

  /** Steps from {@code from} to before {@code to} do not give the published head, and nothing tells which. */
  record HeadDiffers(TreeHead published, long from, long to) implements Finding {}

  /** A head was published for more steps than the archives hold. */
  record StepsMissing(TreeHead published, long held) implements Finding {}

  /** The last steps are under no published head, so nothing proves them. */
  record Unpublished(long from, long to) implements Finding {}

  /** Two heads were published for one size: one of them is a lie. */
  record HeadsContradict(TreeHead one, TreeHead other) implements Finding {}

  /** The store holds other bytes than were sealed. */
  record StoreDiffers(long number, String place) implements Finding {}

  /** The store does not hold what was sealed. */
  record StoreLost(long number, String place) implements Finding {}
}
