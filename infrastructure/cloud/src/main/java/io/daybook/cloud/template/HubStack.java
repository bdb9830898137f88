package io.daybook.cloud.template;

import java.util.List;
import software.amazon.awscdk.CliCredentialsStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** A stage as one stack: it is brought up, changed and called back as a whole. */
final class HubStack extends Stack {
  /** Where archives lie before functions are made of them; {@code deploy} makes it and fills it. */
  static final String ARTIFACTS = "daybook-artifacts-${AWS::AccountId}-${AWS::Region}";

  HubStack(Construct scope, Stage stage, Archives archives) {
    super(
        scope,
        "daybook-" + stage.name(),
        StackProps.builder()
            .stackName("daybook-" + stage.name())
            .description("Daybook keeps books from the events of commerce: stage " + stage.name())
            .terminationProtection(Removal.guarded(stage))
            .synthesizer(
                CliCredentialsStackSynthesizer.Builder.create()
                    .fileAssetsBucketName(ARTIFACTS)
                    .build())
            .build());
    getTemplateOptions().setMetadata(Formats.metadata());
    // Dashboards took no tags when cfn-lint's specification was made, and have no cost to tell
    // apart by.
    TagProps tagged =
        TagProps.builder().excludeResourceTypes(List.of("AWS::CloudWatch::Dashboard")).build();
    Tags.of(this).add("application", "daybook", tagged);
    Tags.of(this).add("stage", stage.name(), tagged);

    Keys keys = new Keys(this, stage);
    TableSet tables = new TableSet(this, stage, keys);
    BucketSet buckets = new BucketSet(this, stage, keys);
    TopicSet topics = new TopicSet(this, stage, keys);
    FunctionSet functions = new FunctionSet(this, stage, keys, tables, buckets, topics, archives);
    StreamTriggers triggers = new StreamTriggers(this, tables, buckets, functions);
    Schedules _ = new Schedules(this, stage, buckets, functions);
    PartnerRules.make(this, stage, functions);
    DropRules.make(this, buckets, functions);
    Addresses addresses = new Addresses(this, stage, functions, buckets);
    functions.tell(addresses);
    FailureNotice.make(this, stage, buckets, topics);
    AlarmSet alarms = new AlarmSet(this, stage, topics);
    Dashboard.make(this, stage, alarms);
    Delivery.make(this, stage, functions, alarms);
    Budget.make(this, stage, topics);
    Outputs.make(this, addresses, tables, buckets, topics, keys, triggers);
  }
}
