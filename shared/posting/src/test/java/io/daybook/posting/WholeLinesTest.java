package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.CARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.events.ShippingLine;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.Policy;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.ledger.policy.TaxPoint;
import io.daybook.ledger.policy.TaxRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Orders of which each line is sent, returned, cancelled or removed as a whole, under any policy and in any order of
 * arrival: what the books hold in the end can be added up on paper, and is here, without posting's code.
 */
class WholeLinesTest {
  private static final int SEEDS = Integer.getInteger("daybook.seeds", 300);

  private enum Fate {
    SENT,
    RETURNED,
    CANCELLED,
    REMOVED,
    EARNED,
    HELD
  }

  /** What paper says: revenue and tax of what is kept, what is held for others, what is owed back. */
  private static final class Paper {
    private long revenue;
    private long tax;
    private long facilitated;
    private long cards;
    private long cardDiscounts;
    private long thirdParties;
    private long refunded;
    private long owedBack;
    private long paid;
  }

  @Test
  @Tag("failure-5")
  @Tag("accounting-12")
  void whatTheBooksHoldInTheEndIsWhatPaperSays() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Life life = new Life(seed);
      life.live();
      Policy policy = life.policy();
      TestBooks books = TestBooks.under(any -> policy);
      Collections.shuffle(life.facts, life.random);
      life.facts.forEach(books::tell);

      String which = "seed " + seed + " under " + policy;
      life.require(books, which);
      OrderInvariants.requireAlways(books.log(SUBJECT), which);
      OrderInvariants.requireSettled(books, which);
    }
  }

  private static final class Life {
    private final Random random;
    private final Paper paper = new Paper();
    private final List<Fact> facts = new ArrayList<>();

    private Life(long seed) {
      this.random = new Random(seed);
    }

    private List<TaxAmount> taxes(long net) {
      List<TaxAmount> taxes = new ArrayList<>();
      for (String jurisdiction : List.of("DE", "US-CA", "US-NY")) {
        if (random.nextInt(3) == 0) {
          taxes.add(
              new TaxAmount(
                  new Jurisdiction(jurisdiction),
                  "0.1",
                  random.nextLong(net / 8 + 2),
                  random.nextInt(4) == 0
                      ? Optional.of(TaxAmount.Collector.FACILITATOR)
                      : Optional.empty()));
        }
      }
      return taxes;
    }

    private static long sum(List<TaxAmount> taxes, boolean facilitated) {
      return taxes.stream()
          .filter(tax -> tax.collector().isPresent() == facilitated)
          .mapToLong(TaxAmount::minor)
          .sum();
    }

    private void keep(long net, List<TaxAmount> taxes) {
      paper.revenue += net;
      keepTax(taxes);
    }

    private void keepTax(List<TaxAmount> taxes) {
      paper.tax += sum(taxes, false);
      paper.facilitated += sum(taxes, true);
    }

    private void live() {
      List<OrderLine> lines = new ArrayList<>();
      List<Refund.Line> refunded = new ArrayList<>();
      List<OrderEdit.Change> removed = new ArrayList<>();
      List<Fulfilment.Shipped> sent = new ArrayList<>();
      int count = 1 + random.nextInt(6);
      for (int place = 0; place < count; place++) {
        Fate fate = place == 0 ? Fate.SENT : pick(Fate.values());
        OrderLine line = line("line" + place, fate);
        lines.add(line);
        long tax = sum(line.taxes(), false) + sum(line.taxes(), true);
        switch (fate) {
          case SENT -> {
            sent.add(shipped(line.id().value(), line.quantity()));
            keep(line.netMinor(), line.taxes());
          }
          case RETURNED -> {
            sent.add(shipped(line.id().value(), line.quantity()));
            refunded.add(back(line, tax, Restock.RETURN));
          }
          case CANCELLED -> refunded.add(back(line, tax, Restock.CANCEL));
          case REMOVED -> {
            removed.add(change(line.id().value(), line.quantity()));
            paper.owedBack += line.netMinor() + tax;
          }
          case EARNED -> keep(line.netMinor(), line.taxes());
          case HELD -> held(line);
        }
      }
      ShippingLine shipping =
          new ShippingLine(new LineId("ship"), 700, random.nextInt(700), taxes(700));
      keep(shipping.grossMinor() - shipping.discountMinor(), shipping.taxes());
      OrderState order = order(lines, List.of(shipping));
      facts.add(order);
      pay(order.totalMinor());
      send(sent);
      if (!removed.isEmpty()) {
        facts.add(edit("e1", "2026-10-09", List.of(), removed));
      }
      if (!refunded.isEmpty()) {
        long minor = refunded.stream().mapToLong(line -> line.netMinor() + line.taxMinor()).sum();
        paper.refunded = minor;
        facts.add(refund("r1", "2026-10-23", minor, refunded, 0, 0));
      }
    }

    private void held(OrderLine line) {
      if (line.kind() == OrderLine.Kind.GIFT_CARD) {
        paper.cards += line.grossMinor();
        paper.cardDiscounts += line.discountMinor();
      } else {
        paper.thirdParties += line.netMinor();
      }
      keepTax(line.taxes());
    }

    private OrderLine line(String id, Fate fate) {
      OrderLine.Kind kind =
          switch (fate) {
            case SENT, RETURNED, CANCELLED, REMOVED -> OrderLine.Kind.GOODS;
            case EARNED ->
                random.nextBoolean() ? OrderLine.Kind.SERVICE : OrderLine.Kind.SERVICE_CHARGE;
            case HELD ->
                random.nextBoolean() ? OrderLine.Kind.GIFT_CARD : OrderLine.Kind.THIRD_PARTY;
          };
      long gross = 1L + random.nextInt(20_000);
      long discount = kind == OrderLine.Kind.THIRD_PARTY ? 0 : random.nextLong(gross);
      return new OrderLine(
          new LineId(id),
          Optional.of(CUP),
          kind,
          1 + random.nextInt(3),
          gross,
          discount,
          taxes(gross - discount));
    }

    private static Refund.Line back(OrderLine line, long tax, Restock restock) {
      return new Refund.Line(line.id(), line.quantity(), line.netMinor(), tax, restock);
    }

    private void pay(long total) {
      long left = total;
      for (int part = 1; left > 0; part++) {
        long minor = part == 3 ? left : 1 + random.nextLong(left);
        facts.add(paid("p" + part, CARD, minor, "2026-10-0" + (1 + random.nextInt(8))));
        left -= minor;
      }
      paper.paid = total;
    }

    /** Each unit leaves in some parcel. */
    private void send(List<Fulfilment.Shipped> sent) {
      int parcels = 0;
      for (Fulfilment.Shipped line : sent) {
        for (int unit = 0; unit < line.quantity(); unit++) {
          parcels++;
          facts.add(
              parcel(
                  "parcel" + parcels,
                  "2026-10-0" + (1 + random.nextInt(9)),
                  shipped(line.line().value(), 1)));
        }
      }
    }

    private Policy policy() {
      RecognitionPolicy recognition =
          RecognitionPolicy.standard()
              .with(pick(RecognitionPolicy.Shipping.values()))
              .with(pick(RecognitionPolicy.Trigger.values()))
              .with(pick(RecognitionPolicy.Deferral.values()))
              .with(pick(RecognitionPolicy.Basis.values()));
      return Policy.standard()
          .with(recognition)
          .with(
              Policy.standard()
                  .tax()
                  .withRules(
                      new TaxRule("R", pick(TaxPoint.values())),
                      Map.of("US", new TaxRule("US", pick(TaxPoint.values())))));
    }

    private <T> T pick(T[] values) {
      return List.of(values).get(random.nextInt(values.length));
    }

    private void require(TestBooks books, String which) {
      long revenue =
          List.of(4000, 4010, 4050, 4090, 4900, 4910).stream().mapToLong(books::balance).sum();
      assertThat(-revenue).as("revenue, %s", which).isEqualTo(paper.revenue);
      assertThat(-books.balance(2010)).as("tax, %s", which).isEqualTo(paper.tax);
      assertThat(-books.balance(2020)).as("2020, %s", which).isEqualTo(paper.facilitated);
      assertThat(-books.balance(2200)).as("cards, %s", which).isEqualTo(paper.cards);
      assertThat(books.balance(2205)).as("2205, %s", which).isEqualTo(paper.cardDiscounts);
      assertThat(-books.balance(2260)).as("2260, %s", which).isEqualTo(paper.thirdParties);
      assertThat(-books.open(2230, "re_r1")).as("refund, %s", which).isEqualTo(paper.refunded);
      assertThat(-books.open(2230, "order/1001")).as("2230, %s", which).isEqualTo(paper.owedBack);
      assertThat(books.balance(1100)).as("1100, %s", which).isEqualTo(paper.paid);
      assertThat(books.balance(6010)).as("6010, %s", which).isZero();
      assertThat(books.balance(4030)).as("4030, %s", which).isZero();
    }
  }
}
