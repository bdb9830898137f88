package io.daybook.bench.lambda;

import java.util.List;

/** The flags of the JVM. */
final class Flags {
  /**
   * Lambda's for java25: the first compiler only, a simple collector.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html">Java startup behaviour</a>
   */
  static final List<String> LAMBDA =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.net.preferIPv4Stack=true");

  /** Lambda's with SnapStart: both compilers, for what warms up is not waited for; and the hooks are called. */
  static final List<String> SNAP_START =
      List.of(
          "-XX:+UseSerialGC",
          "-Djava.net.preferIPv4Stack=true",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

  /** The JVM's own defaults. */
  static final List<String> DEFAULTS = List.of();

  private Flags() {}

  static String words(List<String> flags) {
    return flags.isEmpty() ? "none" : String.join(" ", flags);
  }
}
