package io.daybook.sources.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Dispute;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Webhook, embedding and sweep of the same thing give equal facts (DESIGN promise 2). */
@Tag("failure-3")
class TellingsAgreeTest {
  private static final Fixture SWEPT = Fixture.of("pull-order");
  private static final Fixture ORDER = Fixture.of("webhook-order");

  @Test
  void anOrderIsTheSameByWebhookAndSweep() {
    assertThat(SWEPT.fact("pull/orders", OrderState.class))
        .isEqualTo(ORDER.fact("orders/updated", OrderState.class));
  }

  @Test
  void aParcelIsTheSameAloneInItsOrderAndSwept() {
    Fulfilment alone =
        Fixture.of("webhook-fulfillment").fact("fulfillments/update", Fulfilment.class);

    assertThat(ORDER.fact("orders/updated", Fulfilment.class)).isEqualTo(alone);
    assertThat(SWEPT.fact("pull/orders", Fulfilment.class)).isEqualTo(alone);
  }

  @Test
  void aRefundIsTheSameAloneInItsOrderAndSwept() {
    Refund alone = Fixture.of("webhook-refund").fact("refunds/create", Refund.class);

    assertThat(ORDER.fact("orders/updated", Refund.class)).isEqualTo(alone);
    assertThat(SWEPT.fact("pull/orders", Refund.class)).isEqualTo(alone);
  }

  @Test
  void aPaymentIsTheSameByWebhookAndSweep() {
    assertThat(SWEPT.facts("pull/orders", OrderPayment.class))
        .contains(
            Fixture.of("webhook-order-transaction")
                .fact("order_transactions/create", OrderPayment.class));
  }

  @Test
  @Tag("failure-21")
  void anEditIsTheSameByWebhookAndSweep() {
    assertThat(SWEPT.fact("pull/orders", OrderEdit.class))
        .isEqualTo(Fixture.of("webhook-order-edited").fact("orders/edited", OrderEdit.class));
  }

  @Test
  void aDisputeIsTheSameByWebhookAndSweep() {
    assertThat(Fixture.of("pull-dispute").fact("pull/disputes", Dispute.class))
        .isEqualTo(Fixture.of("webhook-dispute").fact("disputes/update", Dispute.class));
  }
}
