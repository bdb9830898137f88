package io.daybook.sources.magento;

import static io.daybook.sources.magento.Json.CUP;
import static io.daybook.sources.magento.Json.TOTALS;
import static io.daybook.sources.magento.Json.document;
import static io.daybook.sources.magento.Json.facts;
import static io.daybook.sources.magento.Json.joined;
import static io.daybook.sources.magento.Json.only;
import static io.daybook.sources.magento.Json.order;
import static io.daybook.sources.magento.Json.translate;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Gateway;
import io.daybook.events.Invoice;
import io.daybook.events.OrderPayment;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Tender;
import io.daybook.sources.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final String ITEM =
      "'items':[{'order_item_id':31,'qty':2,'base_row_total':100,'base_discount_amount':10,"
          + "'base_tax_amount':7.2}]";

  private static String invoice(String state, String more) {
    return joined("invoice", document(5, state, TOTALS + "," + ITEM + more), order());
  }

  private static String memo(String state, String totals, String items, String more) {
    return joined("creditmemo", document(7, state, totals + "," + items + more), order());
  }

  @Test
  @Tag("accounting-62")
  void aPaidInvoiceIsAPaymentWithItsTax() {
    OrderPayment paid =
        only(
            "pull/invoices", invoice("2", ",'transaction_id':'8XY17-capture'"), OrderPayment.class);
    assertThat(paid.amountMinor()).isEqualTo(10584);
    assertThat(paid.taxMinor()).contains(784L);
    assertThat(paid.gateway()).isEqualTo(new Gateway("paypal_express"));
    assertThat(paid.reference()).isEqualTo(new Reference("8XY17"));
    assertThat(paid.at()).isEqualTo(Instant.parse("2026-10-01T09:02:00Z"));
    assertThat(paid.order().value()).isEqualTo("12");
  }

  @Test
  @Tag("accounting-63")
  void anOpenInvoiceIsAClaimAndACancelledOneNone() {
    Invoice open = only("pull/invoices", invoice("1", ""), Invoice.class);
    assertThat(open.netMinor()).isEqualTo(9800);
    assertThat(open.taxMinor()).isEqualTo(784);
    assertThat(open.claim()).isEqualTo(Invoice.Claim.CANCELLABLE);
    assertThat(open.cancelledAt()).isEmpty();
    assertThat(only("pull/invoices", invoice("3", ""), Invoice.class).cancelledAt())
        .contains(Instant.parse("2026-10-02T10:00:00Z"));
  }

  @Test
  @Tag("accounting-63")
  void anInvoiceOnAccountIsDue() {
    String text = invoice("2", "").replace("paypal_express", "companycredit");
    assertThat(only("pull/invoices", text, Invoice.class).claim()).isEqualTo(Invoice.Claim.DUE);
  }

  @Test
  @Tag("accounting-59")
  @Tag("accounting-56")
  void transfersAndCashOnDeliveryAreNoCards() {
    assertThat(tender("banktransfer")).contains(Tender.WIRE);
    assertThat(tender("checkmo")).contains(Tender.WIRE);
    assertThat(tender("cashondelivery")).contains(Tender.COD);
    assertThat(tender("adyen_cc")).contains(Tender.CARD);
    String stripe = invoice("2", "").replace("paypal_express", "stripe_payments_checkout");
    assertThat(only("pull/invoices", stripe, OrderPayment.class).gateway())
        .isEqualTo(new Gateway("stripe"));
  }

  private static Optional<Tender> tender(String method) {
    return only(
            "pull/invoices", invoice("2", "").replace("paypal_express", method), OrderPayment.class)
        .tender();
  }

  @Test
  void giftCardAndStoreCreditPayTheirParts() {
    String text =
        invoice(
                "2",
                ",'extension_attributes':{'base_gift_cards_amount':25,'base_customer_balance_amount':10}")
            .replaceFirst("105.84", "70.84");
    List<Fact> facts = facts("pull/invoices", text);
    assertThat(facts)
        .extracting(fact -> ((OrderPayment) fact).amountMinor())
        .containsExactly(2500L, 1000L, 7084L);
    assertThat(facts).allSatisfy(fact -> assertThat(((OrderPayment) fact).taxMinor()).isEmpty());
  }

  @Test
  void anInvoiceThatNothingIsPaidOfTellsNothing() {
    String free = invoice("2", "").replace("105.84", "0").replace("paypal_express", "free");
    assertThat(facts("pull/invoices", free)).isEmpty();
  }

  @Test
  @Tag("accounting-65")
  @Tag("failure-28")
  void aMemoHasItsAdjustmentsApartAndGoesBackOnline() {
    Refund told =
        only(
            "pull/creditmemos",
            memo(
                "2",
                TOTALS.replace("105.84", "102.84"),
                ITEM,
                ",'base_adjustment_positive':2,'base_adjustment_negative':5,"
                    + "'transaction_id':'9XY1-refund'"),
            Refund.class);
    assertThat(told.lines().getFirst().netMinor()).isEqualTo(9000);
    assertThat(told.lines().getFirst().taxMinor()).isEqualTo(720);
    assertThat(told.shippingMinor()).isEqualTo(800);
    assertThat(told.shippingTaxMinor()).isEqualTo(64);
    assertThat(told.adjustmentMinor()).isEqualTo(200);
    assertThat(told.adjustmentTaxMinor()).contains(0L);
    assertThat(told.feeMinor()).contains(500L);
    assertThat(told.payments())
        .singleElement()
        .satisfies(payment -> {
          assertThat(payment.amountMinor()).isEqualTo(10284);
          assertThat(payment.reference()).isEqualTo(new Reference("9XY1"));
        });
  }

  @Test
  @Tag("accounting-65")
  void anOfflineMemoPaysNothingBackYet() {
    assertThat(only("pull/creditmemos", memo("2", TOTALS, ITEM, ""), Refund.class).payments())
        .isEmpty();
    assertThat(facts("pull/creditmemos", memo("1", TOTALS, ITEM, ""))).isEmpty();
    assertThat(facts("pull/creditmemos", memo("3", TOTALS, ITEM, ""))).isEmpty();
  }

  @Test
  @Tag("failure-28")
  void theTaxOnShippingFollowsFromTheMemosTax() {
    Refund told =
        only(
            "pull/creditmemos",
            memo("2", TOTALS.replace("'0.6400'", "0.65"), ITEM, ""),
            Refund.class);
    assertThat(told.shippingTaxMinor()).isEqualTo(64);
  }

  @Test
  @Tag("failure-28")
  void aCentThatIsOverIsOnALineSoThatThePartsAreWhatIsPaid() {
    Refund told =
        only(
            "pull/creditmemos",
            memo("2", TOTALS.replace("105.84", "105.83"), ITEM, ""),
            Refund.class);
    assertThat(told.lines().getFirst().netMinor()).isEqualTo(8999);
    assertThat(translate("pull/creditmemos", memo("2", TOTALS.replace("105.84", "4.99"), ITEM, "")))
        .isEqualTo(
            new Translation.Malformed(
                "creditmemo.base_grand_total", "the sum of items, shipping, tax and adjustments"));
  }

  @Test
  void aMemoOfAdjustmentsAloneIsOne() {
    Refund told =
        only(
            "pull/creditmemos",
            memo("2", "'base_grand_total':12", "'items':[]", ",'base_adjustment_positive':12"),
            Refund.class);
    assertThat(told.lines()).isEmpty();
    assertThat(told.adjustmentMinor()).isEqualTo(1200);
  }

  @Test
  @Tag("accounting-32")
  void whatGoesBackAsStoreCreditIsNoMoney() {
    Refund told =
        only(
            "pull/creditmemos",
            memo(
                "2",
                TOTALS,
                ITEM,
                ",'transaction_id':'9XY1','bs_customer_bal_total_refunded':'100.0000'"),
            Refund.class);
    assertThat(told.payments())
        .extracting(Refund.Payment::amountMinor)
        .containsExactly(10000L, 584L);
    assertThat(told.payments().getFirst().tender()).contains(Tender.STORE_CREDIT);
  }

  private static String shipment(String items, String orderItems) {
    return joined(
        "shipment",
        document(9, "1", "'items':[" + items + "],'tracks':[{'carrier_code':'ups'}]"),
        order("processing", orderItems, TOTALS));
  }

  @Test
  @Tag("accounting-64")
  void aShipmentIsAParcelOfItsLines() {
    Fulfilment told =
        only("pull/shipments", shipment("{'order_item_id':31,'qty':1}", CUP), Fulfilment.class);
    assertThat(told.shippedAt()).isEqualTo(Instant.parse("2026-10-01T09:02:00Z"));
    assertThat(told.lines()).singleElement().extracting(Fulfilment.Shipped::quantity).isEqualTo(1);
    assertThat(told.carrier()).contains("ups");
  }

  @Test
  void parentAndChildInAParcelAreCountedOnce() {
    String child =
        "{'item_id':32,'parent_item_id':31,'product_type':'simple','qty_ordered':2,'base_row_total':0}";
    Fulfilment both =
        only(
            "pull/shipments",
            shipment(
                "{'order_item_id':31,'qty':2},{'order_item_id':32,'qty':2}", CUP + "," + child),
            Fulfilment.class);
    assertThat(both.lines()).singleElement().extracting(Fulfilment.Shipped::quantity).isEqualTo(2);

    String bundle = "{'item_id':30,'product_type':'bundle','qty_ordered':1,'base_row_total':100}";
    String part = CUP.replace("'item_id':31", "'item_id':31,'parent_item_id':30");
    Fulfilment whole =
        only(
            "pull/shipments",
            shipment("{'order_item_id':30,'qty':1}", bundle + "," + part),
            Fulfilment.class);
    assertThat(whole.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.line().value()).isEqualTo("31");
          assertThat(line.quantity()).isEqualTo(2);
        });
  }

  @Test
  void aDocumentWithoutItsOrderIsNotGuessed() {
    assertThat(translate("pull/invoices", "{'invoice':" + document(5, "2", TOTALS) + "}"))
        .isEqualTo(new Translation.Malformed("order", "a value"));
    assertThat(
            translate(
                "pull/invoices",
                joined(
                    "invoice",
                    document(5, "2", TOTALS),
                    order().replace("'entity_id':12", "'entity_id':13"))))
        .isInstanceOf(Translation.Malformed.class);
    assertThat(translate("pull/invoices", invoice("4", "")))
        .isEqualTo(new Translation.Unknown("magento invoice state 4"));
  }
}
