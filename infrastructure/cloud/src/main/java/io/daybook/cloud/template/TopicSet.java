package io.daybook.cloud.template;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The two topics: alarms for those who run the hub, notices for those whose books it keeps. */
final class TopicSet {
  private final Topic alarms;
  private final Topic notices;

  TopicSet(Construct scope, Stage stage, Keys keys) {
    this.alarms = topic(scope, stage, keys, "alarms");
    this.notices = topic(scope, stage, keys, "notices");
    for (Map.Entry<String, String> publisher :
        List.of(
            Map.entry("AlarmsPublish", "cloudwatch.amazonaws.com"),
            Map.entry("BudgetsPublish", "budgets.amazonaws.com"),
            Map.entry("EventsPublish", "events.amazonaws.com"))) {
      alarms.addToResourcePolicy(publish(publisher.getKey(), publisher.getValue()));
    }
    stage.alarmMail().ifPresent(mail -> alarms.addSubscription(new EmailSubscription(mail)));
  }

  Topic alarms() {
    return alarms;
  }

  Topic notices() {
    return notices;
  }

  private static Topic topic(Construct scope, Stage stage, Keys keys, String name) {
    return Topic.Builder.create(scope, Names.id(name) + "Topic")
        .topicName(stage.prefix() + name)
        .masterKey(keys.data())
        .enforceSsl(true)
        .build();
  }

  private PolicyStatement publish(String sid, String service) {
    return PolicyStatement.Builder.create()
        .sid(sid)
        .effect(Effect.ALLOW)
        .principals(List.of(new ServicePrincipal(service)))
        .actions(List.of("sns:Publish"))
        .resources(List.of(alarms.getTopicArn()))
        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
        .build();
  }
}
