package io.daybook.books;

import io.daybook.retrieval.Retriever;
import io.daybook.retrieval.easypost.EasyPostRetriever;
import io.daybook.retrieval.magento.MagentoRetriever;
import io.daybook.retrieval.shippo.ShippoRetriever;
import io.daybook.retrieval.shipstation.ShipStationRetriever;
import io.daybook.retrieval.shipstation.ShipStationV1Retriever;
import io.daybook.retrieval.shopify.ShopifyRetriever;
import io.daybook.retrieval.square.SquareRetriever;
import io.daybook.retrieval.stripe.StripeRetriever;
import io.daybook.sources.Sources;
import io.daybook.sources.known.KnownPlatforms;
import java.util.List;
import java.util.Optional;

/** The platforms that this version understands, and those whose APIs it asks. */
public final class Platforms {
  private final Sources sources = KnownPlatforms.sources();
  private final List<Retriever> retrievers =
      List.of(
          new ShopifyRetriever(),
          new StripeRetriever(),
          new EasyPostRetriever(),
          new ShipStationRetriever(),
          new ShipStationV1Retriever(),
          new ShippoRetriever(),
          new SquareRetriever(),
          new MagentoRetriever());

  /** All languages. */
  public Sources sources() {
    return sources;
  }

  /** The API of a source, if it has one. */
  public Optional<Retriever> retriever(String source) {
    return retrievers.stream().filter(retriever -> retriever.source().equals(source)).findFirst();
  }
}
