package io.daybook.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.reconciliation.PayoutStatement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
  static List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    reports.add(Reports.trialBalance());
    for (PayoutStatement statement : SamplePayouts.all()) {
      reports.add(new PayoutReport(statement));
    }
    return reports;
  }

  @ParameterizedTest
  @EnumSource
  void equalReportsAreEqualFilesInEveryLocaleAndZone(StatementFormat format) throws Exception {
    List<byte[]> first = reports().stream().map(report -> Reports.bytes(report, format)).toList();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      // The clocks of zip and PDF tick in steps of one and two seconds.
      Thread.sleep(2_100);
      List<byte[]> second =
          reports().stream().map(report -> Reports.bytes(report, format)).toList();
      for (int i = 0; i < first.size(); i++) {
        assertThat(Arrays.equals(first.get(i), second.get(i)))
            .as("report %s as %s", i, format)
            .isTrue();
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void everyReportCanBeLookedAt() throws IOException {
    int number = 0;
    for (Report report : reports()) {
      for (StatementFormat format : StatementFormat.values()) {
        assertThat(Reports.keep("report-" + number, report, format)).isNotEmptyFile();
      }
      number++;
    }
  }
}
