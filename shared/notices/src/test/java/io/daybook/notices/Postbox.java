package io.daybook.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A channel that keeps what it is given, or does what a test wants. */
final class Postbox implements Channel {
  final List<Letter> letters = new ArrayList<>();
  final List<Destination> places = new ArrayList<>();
  BiFunction<Destination, Letter, Delivery> answer = (_, _) -> new Delivery.Sent();

  @Override
  public Delivery send(Destination place, Letter letter) {
    Delivery delivery = answer.apply(place, letter);
    if (delivery instanceof Delivery.Sent) {
      letters.add(letter);
      places.add(place);
    }
    return delivery;
  }

  Channels channels() {
    return new Channels(this, this, this, this, List.of(new Destination.Log()));
  }

  /** The state and headline of everything that arrived. */
  List<String> said() {
    return letters.stream()
        .flatMap(letter -> letter.notices().stream())
        .map(notice -> notice.state() + ": " + notice.headline())
        .toList();
  }
}
