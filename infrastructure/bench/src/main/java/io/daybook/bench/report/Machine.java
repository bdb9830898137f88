package io.daybook.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the numbers were measured on. */
public final class Machine {
  private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");

  private Machine() {}

  /** The machine, as it is now. */
  public static Map<String, String> describe(Clock clock) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put(
        "jvm",
        System.getProperty("java.vm.vendor")
            + " "
            + System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.runtime.version"));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("architecture", System.getProperty("os.arch"));
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    processor().ifPresent(name -> facts.put("processor", name));
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (load >= 0) {
      facts.put("load average before", String.format(Locale.ROOT, "%.2f", load));
    }
    return facts;
  }

  /** One line of it. */
  public static String words(Map<String, String> facts) {
    StringBuilder words = new StringBuilder();
    facts.forEach((name, value) ->
        words.append(words.isEmpty() ? "" : "; ").append(name).append(' ').append(value));
    return words.toString();
  }

  private static Optional<String> processor() {
    Path cpus = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpus)) {
      return Optional.empty();
    }
    try {
      Matcher model = MODEL.matcher(Files.readString(cpus));
      return model.find() ? Optional.of(model.group(1).strip()) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty(); // a name for people: without it the numbers stand as well
    }
  }
}
