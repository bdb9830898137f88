package io.daybook.cloud;

import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.Voice;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** For people: sentences as things happen, and now and then that work goes on. */
final class SpokenVoice implements Voice {
  /** More often would be noise in a log. */
  private static final Duration BETWEEN = Duration.ofSeconds(15);

  private final PrintWriter out;
  private final CloudSurroundings surroundings;
  private Instant last = Instant.MIN;

  SpokenVoice(PrintWriter out, CloudSurroundings surroundings) {
    this.out = out;
    this.surroundings = surroundings;
  }

  @Override
  public void say(String sentence) {
    print(sentence);
  }

  @Override
  public void goOn(String what) {
    if (last.equals(Instant.MIN)
        || Duration.between(last, surroundings.clock().instant()).compareTo(BETWEEN) >= 0) {
      print("… " + what);
    }
  }

  private void print(String line) {
    last = surroundings.clock().instant();
    out.println(line);
    out.flush();
  }

  @Override
  public boolean agrees(String question) throws Complaint {
    Optional<CloudSurroundings.Person> person = surroundings.person();
    if (person.isEmpty()) {
      throw new Complaint("Nobody is there to say yes: give --yes. Nothing was changed.");
    }
    String answer = person.get().answer(question + " [y/N]").trim().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }
}
