package io.daybook.cloud.template;

import io.daybook.catalogue.AlarmSpec;
import io.daybook.catalogue.Alarms;
import io.daybook.catalogue.FunctionSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.constructs.Construct;

/** Every alarm of the catalogue, told to the alarms topic when it sounds and when it is over. */
final class AlarmSet {
  private final Map<String, Alarm> alarms = new LinkedHashMap<>();

  AlarmSet(Construct scope, Stage stage, TopicSet topics) {
    Metrics metrics = new Metrics(stage);
    SnsAction tell = new SnsAction(topics.alarms());
    for (AlarmSpec spec : Alarms.all()) {
      Alarm alarm =
          Alarm.Builder.create(scope, Names.id(spec.name()) + "Alarm")
              .alarmName(stage.prefix() + spec.name())
              .alarmDescription(spec.meaning())
              .metric(metrics.of(spec))
              .threshold(spec.above())
              .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
              .evaluationPeriods(spec.looks())
              .datapointsToAlarm(spec.looks())
              .treatMissingData(TreatMissingData.NOT_BREACHING)
              .build();
      alarm.addAlarmAction(tell);
      alarm.addOkAction(tell);
      alarms.put(spec.name(), alarm);
    }
  }

  /** Those by which a new version of a function is called back. */
  List<Alarm> of(FunctionSpec function) {
    return Alarms.of(function).stream()
        .map(spec -> Optional.ofNullable(alarms.get(spec.name())).orElseThrow())
        .toList();
  }

  List<Alarm> all() {
    return List.copyOf(alarms.values());
  }
}
