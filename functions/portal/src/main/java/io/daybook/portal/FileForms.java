package io.daybook.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Book;
import io.daybook.ledger.Rules;
import io.daybook.ledger.StateStore;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.FilesView;
import io.daybook.portal.page.Link;
import io.daybook.portal.page.LookedView;
import io.daybook.portal.page.OutcomeView;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.objects.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uploaded bank files and bills: laid on the shelf, looked at, imported once the person says so. */
final class FileForms {
  /** A function's address takes 6 MB, in which Base64 leaves room for 4.4; a multipart form has a few hundred bytes more. */
  static final int MOST_BYTES = 4_000_000;

  /** What a bill can be of, the usual one first. */
  private static final List<String> KINDS =
      List.of("expense", "carriage", "duty", "goods", "landed-cost");

  private static final List<String> BANK = List.of("account", "mapping", "file", "digest");
  private static final List<String> BILL = List.of("biller", "kind", "mapping", "file", "digest");

  private final Deployment deployment;
  private final Shelf shelf;
  private final Pages pages;

  FileForms(Deployment deployment, Shelf shelf, Pages pages) {
    this.deployment = deployment;
    this.shelf = shelf;
    this.pages = pages;
  }

  FilesView view(Book book, Rules rules, SignedIn who) {
    Paths paths = new Paths(book);
    return new FilesView(
        book.name(),
        who.session().formKey(),
        paths.file(Route.FileKind.BANK, Route.FileStep.LOOK),
        paths.file(Route.FileKind.BILL, Route.FileStep.LOOK),
        rules.banks().values().stream().sorted().toList(),
        mappings(book, "bank/"),
        mappings(book, "bill/"),
        KINDS,
        "4 MB");
  }

  private List<String> mappings(Book book, String prefix) {
    return deployment.stores().state(book).list(StateStore.Kind.MAPPING).stream()
        .map(StateStore.Item::id)
        .filter(id -> id.startsWith(prefix))
        .map(id -> id.substring(prefix.length()))
        .toList();
  }

  HttpAnswer take(Route.FileAct act, HttpRequest request, SignedIn who) {
    return switch (act.step()) {
      case LOOK -> look(act, request, who);
      case IMPORT -> done(act.book(), ask(act, request.form(), who), who);
    };
  }

  private HttpAnswer look(Route.FileAct act, HttpRequest request, SignedIn who) {
    Optional<Multipart.Upload> upload = request.upload("upload");
    if (upload.isEmpty()) {
      return pages.refuse(Refusal.NO_FILE, who);
    }
    Map<String, String> form = request.form();
    form.put("file", upload.get().name());
    form.put("digest", shelf.lay(act.book(), upload.get().bytes().toArray()));
    return switch (ask(act, form, who)) {
      case Asked.Done done -> pages.looked(looked(act, form, done.answer(), who), act.book(), who);
      case Asked.Refused refused -> done(act.book(), refused, who);
      case Asked.Unknown unknown -> done(act.book(), unknown, who);
    };
  }

  private Asked ask(Route.FileAct act, Map<String, String> form, SignedIn who) {
    ObjectNode asked =
        Asked.act(
            act.step().word() + "-" + act.kind().word(),
            act.book().name(),
            who.session().grant().name(),
            form,
            fields(act));
    asked.put("asNew", form.containsKey("asNew")).put("taxIsCost", form.containsKey("taxIsCost"));
    return Asked.of(deployment, asked);
  }

  private static List<String> fields(Route.FileAct act) {
    return switch (act.kind()) {
      case BANK -> BANK;
      case BILL -> BILL;
    };
  }

  private LookedView looked(
      Route.FileAct act, Map<String, String> form, JsonNode answer, SignedIn who) {
    Paths paths = new Paths(act.book());
    Looked looked = Looked.of(answer);
    List<LookedView.Carried> carried = new ArrayList<>();
    for (String field : fields(act)) {
      carried.add(new LookedView.Carried(field, form.getOrDefault(field, "")));
    }
    if (form.containsKey("taxIsCost")) {
      carried.add(new LookedView.Carried("taxIsCost", "yes"));
    }
    return new LookedView(
        form.getOrDefault("file", ""),
        looked.verdict(),
        looked.brings() ? Badge.Tone.WAITING : Badge.Tone.GOOD,
        who.session().formKey(),
        paths.file(act.kind(), Route.FileStep.IMPORT),
        looked.brings(),
        carried,
        paths.files(),
        looked.accounts(),
        looked.bills());
  }

  private HttpAnswer done(Book book, Asked asked, SignedIn who) {
    Paths paths = new Paths(book);
    List<Link> next =
        List.of(Link.to(paths.files(), "Another file"), Link.to(paths.overview(), "Payouts"));
    OutcomeView view =
        switch (asked) {
          case Asked.Done done ->
              new OutcomeView(
                  "Imported",
                  "It is in the inbox and posted within a minute or so.",
                  Badge.Tone.GOOD,
                  List.of(),
                  done.said(),
                  next);
          case Asked.Refused refused ->
              new OutcomeView(
                  "Not imported",
                  "Nothing of the file was taken. What is wrong with it:",
                  Badge.Tone.BAD,
                  List.of(),
                  refused.words(),
                  next);
          case Asked.Unknown _ ->
              new OutcomeView(
                  "Not known yet",
                  "It takes longer than a page can wait. Choose the same file again in some minutes: what was imported is"
                      + " not imported twice.",
                  Badge.Tone.WAITING,
                  List.of(),
                  List.of(),
                  next);
        };
    return pages.outcome(view, book, Pages.Tab.FILES, who);
  }
}
