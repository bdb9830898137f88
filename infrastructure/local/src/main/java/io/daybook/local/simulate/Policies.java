package io.daybook.local.simulate;

import io.daybook.ledger.Policy;
import io.daybook.ledger.policy.LatePolicy;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.simulation.history.Habits;

/** How a history's books are kept, in the hub's own switches. */
final class Policies {
  private Policies() {}

  static Policy of(Habits habits) {
    RecognitionPolicy recognition =
        RecognitionPolicy.standard()
            .with(
                switch (habits.shipping()) {
                  case FIRST_PARCEL -> RecognitionPolicy.Shipping.FIRST_PARCEL;
                  case LAST_PARCEL -> RecognitionPolicy.Shipping.LAST_PARCEL;
                  case PRO_RATA -> RecognitionPolicy.Shipping.PRO_RATA;
                })
            .with(
                switch (habits.trigger()) {
                  case SHIPMENT -> RecognitionPolicy.Trigger.SHIPMENT;
                  case DELIVERY -> RecognitionPolicy.Trigger.DELIVERY;
                })
            .with(
                switch (habits.basis()) {
                  case ACCRUAL -> RecognitionPolicy.Basis.ACCRUAL;
                  case CASH -> RecognitionPolicy.Basis.CASH;
                });
    LatePolicy.Facts late =
        switch (habits.late()) {
          case MOVE -> LatePolicy.Facts.MOVE;
          case WAIT -> LatePolicy.Facts.WAIT;
        };
    return Policy.standard().with(recognition).with(new LatePolicy(late));
  }
}
