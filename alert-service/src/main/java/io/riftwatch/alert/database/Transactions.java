package io.riftwatch.alert.database;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Runs work in a transaction of its own, whatever else the calling thread is doing. */
@ApplicationScoped
public class Transactions {

  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;

  Transactions(Mutiny.SessionFactory sessions, Vertx vertx) {
    this.sessions = sessions;
    this.vertx = vertx;
  }

  /** The work's outcome, once it is committed; a failure of either rolls all of it back. */
  public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                freshContext()
                    .runOnContext(
                        ignored ->
                            sessions
                                .withTransaction((session, transaction) -> work.apply(session))
                                .subscribe()
                                .with(emitter::complete, emitter::fail)));
  }

  private Context freshContext() {
    Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    return context;
  }
}
