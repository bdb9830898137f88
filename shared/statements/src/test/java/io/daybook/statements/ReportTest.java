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

class ReportTest {
  static List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    reports.add(Reports.trialBalance());
    reports.add(Reports.foreignByLocation());
    for (PayoutStatement statement : SamplePayouts.all()) {
      reports.add(new PayoutReport(statement));
    }
    return reports;
  }

  private static List<byte[]> files() {
    return reports().stream()
        .flatMap(report ->
            Arrays.stream(StatementFormat.values()).map(format -> Reports.bytes(report, format)))
        .toList();
  }

  @Test
  void equalReportsAreEqualFilesInEveryLocaleAndZone() throws Exception {
    List<byte[]> first = files();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      // The clocks of zip and PDF tick in steps of two seconds and one.
      Thread.sleep(2_100);
      List<byte[]> second = files();
      for (int i = 0; i < first.size(); i++) {
        assertThat(Arrays.equals(first.get(i), second.get(i))).as("file %s", i).isTrue();
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
