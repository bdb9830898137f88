package io.daybook.posting;

import io.daybook.events.ItemCost;
import io.daybook.events.Origin;
import io.daybook.events.Sku;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Facts;
import java.util.List;

/** Item costs as the ledger learnt them, each item a subject of its own. */
public final class LedgerItemCosts implements ItemCosts {
  private final LedgerStore ledger;

  /** The costs in a ledger. */
  public LedgerItemCosts(LedgerStore ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<ItemCost> of(Origin shop, Sku sku) {
    SubjectId item = new SubjectId(SubjectId.Kind.ITEM, shop, sku.value());
    return Facts.in(ledger.read(item)).all(ItemCost.class);
  }
}
