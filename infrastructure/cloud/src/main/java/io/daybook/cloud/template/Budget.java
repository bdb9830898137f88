package io.daybook.cloud.template;

import java.util.List;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/**
 * Tells when the account costs more a month than it was said it may. The whole account, for a filter by tag counts nothing
 * until somebody activates the tag for billing, and then says so to nobody; a stage has best an account of its own.
 */
final class Budget {
  private static final int WARN_PERCENT = 80;
  private static final int FULL_PERCENT = 100;

  private Budget() {}

  static void make(Construct scope, Stage stage, TopicSet topics) {
    CfnBudget.Builder.create(scope, "Budget")
        .budget(
            CfnBudget.BudgetDataProperty.builder()
                .budgetName("daybook-" + stage.name())
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .budgetLimit(
                    CfnBudget.SpendProperty.builder()
                        .amount(stage.budgetDollars())
                        .unit("USD")
                        .build())
                .build())
        .notificationsWithSubscribers(
            List.of(
                notification("ACTUAL", WARN_PERCENT, topics),
                notification("FORECASTED", FULL_PERCENT, topics)))
        .build();
  }

  private static CfnBudget.NotificationWithSubscribersProperty notification(
      String type, int percent, TopicSet topics) {
    return CfnBudget.NotificationWithSubscribersProperty.builder()
        .notification(
            CfnBudget.NotificationProperty.builder()
                .notificationType(type)
                .comparisonOperator("GREATER_THAN")
                .threshold(percent)
                .thresholdType("PERCENTAGE")
                .build())
        .subscribers(
            List.of(
                CfnBudget.SubscriberProperty.builder()
                    .subscriptionType("SNS")
                    .address(topics.alarms().getTopicArn())
                    .build()))
        .build();
  }
}
