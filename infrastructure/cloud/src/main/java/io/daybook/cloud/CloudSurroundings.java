package io.daybook.cloud;

import io.daybook.cloud.deployment.Aws;
import io.daybook.cloud.deployment.Build;
import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.Synthesis;
import io.daybook.cloud.deployment.Waiting;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * What the verbs need of the machine that they run on.
 *
 * @param access how AWS is reached in a region
 * @param synthesis writes the template
 * @param build which Daybook this is
 * @param person who answers questions; empty if nobody is there
 */
record CloudSurroundings(
    Reach access,
    Synthesis synthesis,
    Build build,
    Optional<Person> person,
    Waiting waiting,
    Clock clock) {
  /** How AWS is reached. */
  @FunctionalInterface
  interface Reach {
    /** In a region. */
    Aws.Access to(Region region);
  }

  /** Somebody at the terminal. */
  @FunctionalInterface
  interface Person {
    /** Shows a question and waits for the answer. */
    String answer(String question);
  }

  /** This machine: its environment's credentials, its terminal, its clock. */
  static CloudSurroundings ofThisMachine(Synthesis synthesis, Build build) {
    return new CloudSurroundings(
        Aws.Access::ofEnvironment,
        synthesis,
        build,
        Optional.ofNullable(System.console())
            .filter(console -> console.isTerminal())
            .map(console ->
                question -> Optional.ofNullable(console.readLine("%s ", question)).orElse("")),
        Waiting.sleeping(),
        Clock.systemUTC());
  }

  /** The region that is meant: the one named, or the environment's. */
  Region region(@Nullable String named) throws Complaint {
    if (named != null) {
      Region region = Region.of(named);
      if (!Region.regions().contains(region)) {
        throw new Complaint("There is no AWS region '" + named + "'. One is eu-central-1.");
      }
      return region;
    }
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException none) {
      throw new Complaint("Which region? Name it with --region, or set AWS_REGION.");
    }
  }
}
