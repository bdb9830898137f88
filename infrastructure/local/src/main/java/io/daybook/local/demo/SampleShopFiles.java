package io.daybook.local.demo;

import io.daybook.simulation.bank.BankFile;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.simulation.month.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The sample month as files, for whoever plays it by hand. */
public final class SampleShopFiles {
  private final SampleShop shop;
  private final Path folder;

  /** Files of a shop in a folder. */
  public SampleShopFiles(SampleShop shop, Path folder) {
    this.shop = shop;
    this.folder = folder;
  }

  /** Writes opening balances, bank statement, every webhook's body and headers, and a script that sends them. */
  public void write() throws IOException {
    Path webhooks = Files.createDirectories(folder.resolve("webhooks"));
    Files.writeString(folder.resolve("opening.csv"), shop.month().openingCsv());
    Files.writeString(folder.resolve("october.xml"), BankFile.camt053(shop.month()));
    List<Delivery> sent = shop.deliveries().sent();
    for (int index = 0; index < sent.size(); index++) {
      Delivery delivery = sent.get(index);
      Path file = webhooks.resolve(String.format("%05d.%s", index, delivery.source().path()));
      Files.write(file, delivery.bytes());
      Files.writeString(
          Path.of(file + ".headers"),
          delivery.unsigned().entrySet().stream()
              .map(header -> header.getKey() + ": " + header.getValue() + "\n")
              .collect(Collectors.joining()));
    }
    Path script = folder.resolve("send.sh");
    Files.writeString(script, script(), StandardCharsets.UTF_8);
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + script + " executable");
    }
  }

  /** What a person does next. */
  public String words() {
    Setting setting = shop.month().setting();
    return """
    Shopify's stand-in serves %1$s, Stripe's %2$s, until Ctrl-C. Connect your hub to them:

      DAYBOOK_WEBHOOK_SECRET=%3$s DAYBOOK_TOKEN=%4$s ./daybook connect shopify --book mine --name shopify \\
        --account %5$s --base-url %1$s --cut-over %6$s --zone %7$s --currency %8$s
      DAYBOOK_WEBHOOK_SECRET=%9$s DAYBOOK_TOKEN=%10$s ./daybook connect stripe --book mine --name stripe \\
        --account %11$s --base-url %2$s --cut-over %6$s
      ./daybook import opening %12$s/opening.csv --day %6$s --by you
      %12$s/send.sh http://127.0.0.1:8420 mine
      ./daybook pull
      ./daybook import bank %12$s/october.xml --account main
      ./daybook reconcile\
    """
        .formatted(
            shop.shopifyAddress(),
            shop.stripeAddress(),
            SampleShop.SHOPIFY_SECRET,
            SampleShop.SHOPIFY_TOKEN,
            setting.shopDomain(),
            setting.cutOver(),
            setting.zone(),
            setting.currency(),
            SampleShop.STRIPE_SECRET,
            SampleShop.STRIPE_KEY,
            setting.stripeAccount(),
            folder);
  }

  private static String script() {
    return """
    #!/usr/bin/env bash
    # Sends the month's webhooks to a hub, signed as the platforms sign them: send.sh http://127.0.0.1:8420 BOOK
    set -euo pipefail
    hub=$1 book=$2 sent=0
    cd "$(dirname "$0")/webhooks"
    for headers in *.headers; do
      body=${headers%%.headers}
      case $body in
        *.shopify)
          source=shopify
          signature="X-Shopify-Hmac-Sha256: $(openssl dgst -sha256 -hmac '%s' -binary <"$body" | base64)" ;;
        *.stripe)
          source=stripe now=$(date +%%s)
          hex=$( (printf '%%s.' "$now"; cat "$body") | openssl dgst -sha256 -hmac '%s' -r | cut -d' ' -f1)
          signature="Stripe-Signature: t=$now,v1=$hex" ;;
      esac
      curl --silent --show-error --fail --output /dev/null --header "@$headers" --header "$signature" \\
        --data-binary "@$body" "$hub/hooks/$source/$book.$source"
      sent=$((sent + 1))
    done
    echo "Sent $sent webhooks."
    """
        .formatted(SampleShop.SHOPIFY_SECRET, SampleShop.STRIPE_SECRET);
  }
}
