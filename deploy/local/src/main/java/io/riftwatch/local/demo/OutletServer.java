package io.riftwatch.local.demo;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All outlets of the demo on one port of loopback, each with its feed and its pages. */
final class OutletServer {

  private static final int FEED_LENGTH = 40;
  private static final int TEASERS = 4;

  private final Corpus corpus;
  private final Broadcast broadcast;
  private final FeedWriter feeds;
  private final PageWriter pages;
  private final Map<String, Item> byPath;
  private final Map<String, Outlet> byFeedPath;

  OutletServer(Corpus corpus, Broadcast broadcast, URI site) {
    this.corpus = corpus;
    this.broadcast = broadcast;
    this.feeds = new FeedWriter(site);
    this.pages = new PageWriter(corpus);
    this.byPath =
        corpus.items().stream().collect(Collectors.toMap(Item::path, Function.identity()));
    this.byFeedPath =
        corpus.outlets().values().stream()
            .collect(Collectors.toMap(Outlet::feedPath, Function.identity()));
  }

  void listen(Vertx vertx, int port) {
    vertx
        .createHttpServer()
        .requestHandler(this::answer)
        .listen(port, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** The visible item with this page. */
  Optional<Item> at(String path) {
    return Optional.ofNullable(byPath.get(path)).filter(broadcast::isVisible);
  }

  private void answer(HttpServerRequest request) {
    Outlet outlet = byFeedPath.get(request.path());
    if (outlet != null) {
      feed(request, outlet);
      return;
    }
    Optional<Item> item = at(request.path());
    if (item.isPresent()) {
      String page = pages.write(item.get(), teasersBeside(item.get()));
      request.response().putHeader("Content-Type", "text/html; charset=utf-8").end(page);
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private void feed(HttpServerRequest request, Outlet outlet) {
    List<Item> visible = newestFirst(outlet);
    String etag = "\"" + outlet.id() + "-" + visible.size() + "\"";
    request.response().putHeader("ETag", etag);
    if (etag.equals(request.getHeader("If-None-Match"))) {
      request.response().setStatusCode(304).end();
      return;
    }
    List<Item> latest = visible.subList(0, Math.min(FEED_LENGTH, visible.size()));
    request
        .response()
        .putHeader("Content-Type", outlet.format().contentType() + "; charset=utf-8")
        .end(feeds.write(outlet, latest));
  }

  private List<Item> newestFirst(Outlet outlet) {
    List<Item> visible =
        new ArrayList<>(
            corpus.items().stream()
                .filter(i -> i.outlet().equals(outlet))
                .filter(broadcast::isVisible)
                .toList());
    Collections.reverse(visible);
    return visible;
  }

  private List<Item> teasersBeside(Item item) {
    return newestFirst(item.outlet()).stream().filter(i -> !i.equals(item)).limit(TEASERS).toList();
  }
}
