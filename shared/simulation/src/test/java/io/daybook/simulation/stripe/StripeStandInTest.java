package io.daybook.simulation.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.Payout;
import com.stripe.model.StripeCollection;
import com.stripe.net.Webhook;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.RefundListParams;
import io.daybook.simulation.deliveries.Deliveries;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.month.Movement;
import io.daybook.simulation.month.Processor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StripeStandInTest {
  private static final Month MONTH = new MonthGenerator(3).generate();
  private static final StripeStandIn STAND_IN =
      StripeStandIn.start(MONTH, 0, StripeStandIn.Behaviour.kind("sk_test_right"));

  @AfterAll
  static void stop() {
    STAND_IN.close();
  }

  private static StripeClient client(StripeStandIn standIn, String key) {
    return StripeClient.builder()
        .setApiKey(key)
        .setApiBase(standIn.address().toString())
        .setMaxNetworkRetries(3)
        .build();
  }

  private static List<Movement> ledger() {
    return MONTH.movements().stream()
        .filter(movement -> movement.processor() == Processor.STRIPE)
        .toList();
  }

  private static List<BalanceTransaction> sweep(
      StripeClient client, BalanceTransactionListParams.Builder wanted) throws StripeException {
    List<BalanceTransaction> all = new ArrayList<>();
    StripeCollection<BalanceTransaction> page;
    do {
      if (!all.isEmpty()) {
        wanted.setStartingAfter(all.getLast().getId());
      }
      page = client.v1().balanceTransactions().list(wanted.build());
      all.addAll(page.getData());
    } while (page.getHasMore());
    return all;
  }

  @Test
  void allPagesTogetherAreTheWholeLedgerNewestFirst() throws Exception {
    List<BalanceTransaction> all =
        sweep(
            client(STAND_IN, "sk_test_right"),
            BalanceTransactionListParams.builder().setLimit(37L).addExpand("data.source"));

    assertThat(all).extracting(BalanceTransaction::getId).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(BalanceTransaction::getId)
        .containsExactlyInAnyOrderElementsOf(ledger().stream().map(Movement::id).toList());
    assertThat(all.stream().mapToLong(BalanceTransaction::getNet).sum())
        .isEqualTo(ledger().stream().mapToLong(Movement::netMinor).sum());
    assertThat(all.stream().map(each -> -each.getCreated())).isSorted();
    for (BalanceTransaction each : all) {
      assertThat(each.getNet()).isEqualTo(each.getAmount() - each.getFee());
      long fees =
          each.getFeeDetails().stream().mapToLong(BalanceTransaction.FeeDetail::getAmount).sum();
      assertThat(fees).isEqualTo(each.getFee());
      assertThat(each.getSourceObject()).isNotNull();
      assertThat(each.getSourceObject().getId()).isEqualTo(each.getSource());
    }
  }

  @Test
  void aWindowHoldsWhatWasCreatedInIt() throws Exception {
    Instant from = MONTH.setting().start();
    List<BalanceTransaction> all =
        sweep(
            client(STAND_IN, "sk_test_right"),
            BalanceTransactionListParams.builder()
                .setLimit(100L)
                .setCreated(
                    BalanceTransactionListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLt(from.getEpochSecond() + 86_400)
                        .build()));

    assertThat(all)
        .extracting(BalanceTransaction::getId)
        .containsExactlyInAnyOrderElementsOf(
            ledger().stream()
                .filter(each ->
                    !each.at().isBefore(from) && each.at().isBefore(from.plusSeconds(86_400)))
                .map(Movement::id)
                .toList());
  }

  @Test
  void everyPayoutsListTiesButOne() throws Exception {
    StripeClient client = client(STAND_IN, "sk_test_right");
    List<Payout> payouts =
        client.v1().payouts().list(PayoutListParams.builder().setLimit(100L).build()).getData();
    long differences = 0;
    for (Payout payout : payouts) {
      List<BalanceTransaction> list =
          sweep(
              client,
              BalanceTransactionListParams.builder().setLimit(20L).setPayout(payout.getId()));
      long net =
          list.stream()
              .filter(each -> !each.getType().equals("payout"))
              .mapToLong(BalanceTransaction::getNet)
              .sum();
      long difference = payout.getAmount() - net;
      differences += difference == 0 ? 0 : 1;
      assertThat(difference).isIn(0L, -MonthGenerator.SHORT_MINOR);
      assertThat(list)
          .extracting(BalanceTransaction::getId)
          .contains(payout.getBalanceTransaction());
      assertThat(payout.getTraceId().getValue()).hasSize(15);
    }
    assertThat(payouts).hasSize(5);
    assertThat(payouts)
        .extracting(Payout::getStatus)
        .containsOnlyOnce("in_transit")
        .contains("paid");
    assertThat(differences).isEqualTo(1);
  }

  @Test
  void disputesRefundsChargesAndEventsAreThere() throws Exception {
    StripeClient client = client(STAND_IN, "sk_test_right");
    Dispute dispute =
        client.v1().disputes().list(DisputeListParams.builder().build()).getData().getFirst();
    assertThat(dispute.getStatus()).isEqualTo("lost");
    assertThat(dispute.getBalanceTransactions().getFirst().getFee()).isEqualTo(1_500);
    Charge charge = client.v1().charges().retrieve(dispute.getCharge());
    assertThat(charge.getAmount()).isEqualTo(dispute.getAmount());
    assertThat(charge.getDisputed()).isTrue();
    assertThat(
            client.v1().refunds().list(RefundListParams.builder().setLimit(100L).build()).getData())
        .hasSize(
            (int) ledger().stream().filter(each -> each.kind() == Movement.Kind.REFUND).count());
    List<Event> events =
        client.v1().events().list(EventListParams.builder().setLimit(100L).build()).getData();
    assertThat(events).hasSize(100);
    for (Event event : events) {
      assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
    }
  }

  @Test
  void itShowsTheAccountAsItWasAtAnInstant() throws Exception {
    Instant early = MONTH.dispute().openedAt().plusSeconds(60);
    try (StripeStandIn standIn =
        StripeStandIn.start(MONTH, 0, StripeStandIn.Behaviour.kind("sk_test_right"))) {
      standIn.showAt(early);
      StripeClient client = client(standIn, "sk_test_right");
      List<BalanceTransaction> all =
          sweep(client, BalanceTransactionListParams.builder().setLimit(100L));

      assertThat(all)
          .hasSize((int) ledger().stream().filter(each -> !each.at().isAfter(early)).count());
      assertThat(client.v1().disputes().list(DisputeListParams.builder().build()).getData())
          .singleElement()
          .satisfies(dispute -> assertThat(dispute.getStatus()).isEqualTo("needs_response"));
    }
  }

  @Test
  void whatIsWrongIsRefusedAsStripeRefusesIt() {
    assertThatThrownBy(() ->
            client(STAND_IN, "sk_test_wrong")
                .v1()
                .disputes()
                .list(DisputeListParams.builder().build()))
        .isInstanceOf(AuthenticationException.class);
    assertThatThrownBy(() -> client(STAND_IN, "sk_test_right").v1().charges().retrieve("ch_none"))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() ->
            client(STAND_IN, "sk_test_right")
                .v1()
                .payouts()
                .list(PayoutListParams.builder().setLimit(1000L).build()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void faultsNowAndThenDoNotKeepAnyoneFromTheWholeLedger() throws Exception {
    // Stripe's library retries what fails, and leaves it to its user to slow down after a 429.
    Faults often = new Faults(5, 300, 0, 0, Duration.ZERO);
    try (StripeStandIn faulty =
        StripeStandIn.start(MONTH, 0, StripeStandIn.Behaviour.kind("sk_test_right").with(often))) {
      List<BalanceTransaction> all =
          sweep(
              client(faulty, "sk_test_right"),
              BalanceTransactionListParams.builder().setLimit(20L));

      assertThat(all).hasSameSizeAs(ledger());
      assertThat(faulty.served()).isGreaterThan(all.size() / 20 + 1);
    }
  }

  @Test
  void stripesOwnLibraryAcceptsTheSignedEvents() throws Exception {
    Instant now = Instant.now();
    for (Delivery delivery : Deliveries.of(MONTH).sent()) {
      if (delivery.source() == Delivery.Source.STRIPE) {
        Map<String, String> headers = delivery.signed("whsec_right", now);
        String signature = Objects.requireNonNull(headers.get(StripeWebhooks.SIGNATURE));
        Event event = Webhook.constructEvent(delivery.body(), signature, "whsec_right");
        assertThat(event.getType()).isEqualTo(delivery.topic());
        assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
      }
    }
  }
}
