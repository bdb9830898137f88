package io.daybook.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.bench.Setting;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LoadPlanTest {
  private static final Setting.Load LOAD = new Setting.Load(100, 20);

  private static final LoadPlan PLAN = LoadPlan.of(LOAD, words -> {});

  @Test
  void theSameLoadIsTheSamePlan() {
    assertThat(LoadPlan.of(LOAD, words -> {}).webhooks()).isEqualTo(PLAN.webhooks());
  }

  @Test
  void webhooksAreSentAtASteadyRate() {
    List<Planned> webhooks = PLAN.webhooks();

    assertThat(webhooks).hasSize(2_000);
    for (int index = 0; index < webhooks.size(); index++) {
      assertThat(webhooks.get(index).after()).isEqualTo(Duration.ofMillis(10L * index));
    }
  }

  @Test
  void aTwentiethComesAgainAndAFewAreForged() {
    assertThat(PLAN.count(Planned.Kind.AGAIN)).isBetween(60L, 140L);
    assertThat(PLAN.count(Planned.Kind.FORGED)).isBetween(3L, 25L);
  }

  @Test
  void whatComesAgainCameBeforeAndWhatIsForgedNeverDid() {
    Set<String> before = new HashSet<>();
    for (Planned planned : PLAN.webhooks()) {
      String id = planned.shop().number() + "/" + planned.delivery().id();
      switch (planned.kind()) {
        case FIRST -> assertThat(before.add(id)).as(id).isTrue();
        case AGAIN -> assertThat(before).contains(id);
        case FORGED -> assertThat(before).doesNotContain(id);
      }
    }
  }

  @Test
  void shopsHaveNoIdInCommon() {
    Set<String> first = orders(Shop.numbered(0));

    assertThat(orders(Shop.numbered(1))).isNotEmpty().doesNotContainAnyElementsOf(first);
  }

  private static Set<String> orders(Shop shop) {
    Set<String> orders = new HashSet<>();
    shop.month()
        .orders()
        .forEach(order -> orders.add(shop.month().setting().shopDomain() + "/" + order.id()));
    return orders;
  }
}
