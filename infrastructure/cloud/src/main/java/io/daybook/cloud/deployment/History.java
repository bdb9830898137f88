package io.daybook.cloud.deployment;

import io.daybook.cloud.deployment.Records.AttemptRecord;
import io.daybook.cloud.deployment.Records.ReleaseRecord;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is on record of a stage: {@code releases/{stage}/{number}.json}, written once a release runs, and {@code
 * attempts/{stage}/{number}.json}, written before anything is changed.
 */
final class History {
  private static final Pattern NUMBER = Pattern.compile(".*/([0-9]{1,9})\\.json");

  private final Artifacts artifacts;
  private final Stage stage;

  History(Artifacts artifacts, Stage stage) {
    this.artifacts = artifacts;
    this.stage = stage;
  }

  private String releaseKey(int number) {
    return "releases/" + stage + "/" + number + ".json";
  }

  private String attemptKey(int number) {
    return "attempts/" + stage + "/" + number + ".json";
  }

  /** The numbers of the releases, newest first. */
  List<Integer> releases() {
    return numbers("releases/" + stage + "/");
  }

  private List<Integer> numbers(String prefix) {
    return artifacts.keys(prefix).stream()
        .map(NUMBER::matcher)
        .filter(Matcher::matches)
        .map(key -> Integer.parseInt(key.group(1)))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The release of that number. */
  Optional<Release> release(int number) {
    String key = releaseKey(number);
    return artifacts
        .read(key)
        .map(document -> Records.read(document.bytes(), ReleaseRecord.class, key).release());
  }

  /** The newest release. */
  Optional<Release> current() {
    return releases().stream().findFirst().flatMap(this::release);
  }

  /** The release before one, passing over those that only went back. */
  Optional<Release> before(Release present) {
    return releases().stream()
        .filter(number -> number < present.effective())
        .map(this::release)
        .flatMap(Optional::stream)
        .filter(release -> release.restores().isEmpty())
        .findFirst();
  }

  /** Puts a release on record; putting it there twice changes nothing. */
  void record(Release release) {
    artifacts.write(releaseKey(release.number()), Records.write(ReleaseRecord.of(release)));
  }

  /** The newest attempt. */
  Optional<Attempt.Kept> newest() {
    return numbers("attempts/" + stage + "/").stream()
        .findFirst()
        .flatMap(number -> {
          String key = attemptKey(number);
          return artifacts
              .read(key)
              .map(document ->
                  new Attempt.Kept(
                      Records.read(document.bytes(), AttemptRecord.class, key).attempt(),
                      document.tag()));
        });
  }

  /**
   * Puts a new attempt on record.
   *
   * @return empty if another took the number meanwhile
   */
  Optional<Attempt.Kept> begin(Attempt attempt) {
    return kept(
        attempt,
        artifacts.create(attemptKey(attempt.number()), Records.write(AttemptRecord.of(attempt))));
  }

  /**
   * Puts an attempt in the place of what is on record of it.
   *
   * @return empty if another command has taken it over
   */
  Optional<Attempt.Kept> change(Attempt.Kept from, Attempt to) {
    return kept(
        to,
        artifacts.replace(
            attemptKey(to.number()), Records.write(AttemptRecord.of(to)), from.tag()));
  }

  /** A put whose answer was lost is refused when it is tried again: what lies there then is what was put. */
  private Optional<Attempt.Kept> kept(Attempt attempt, Optional<String> tag) {
    if (tag.isPresent()) {
      return tag.map(known -> new Attempt.Kept(attempt, known));
    }
    byte[] meant = Records.write(AttemptRecord.of(attempt));
    return artifacts
        .read(attemptKey(attempt.number()))
        .filter(document -> Arrays.equals(document.bytes(), meant))
        .map(document -> new Attempt.Kept(attempt, document.tag()));
  }
}
