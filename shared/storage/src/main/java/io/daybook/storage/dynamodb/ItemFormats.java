package io.daybook.storage.dynamodb;

import io.daybook.ledger.StoredFormat;
import java.util.Set;

/**
 * The forms of the items beside what their bodies hold: which attributes there are and what they mean. An item carries no
 * number; a form is told by its attributes, so a new one must add one by which it is known.
 */
public final class ItemFormats {
  /** The inbox's items. */
  public static final StoredFormat MESSAGE = new StoredFormat("message", Set.of(1), Set.of(1));

  /** The ledger's items. */
  public static final StoredFormat STEP_ITEM = new StoredFormat("step-item", Set.of(1), Set.of(1));

  /** The items of all that is mutable: written again in place, unlike the others. */
  public static final StoredFormat STATE = new StoredFormat("state", Set.of(1), Set.of(1));

  private ItemFormats() {}
}
