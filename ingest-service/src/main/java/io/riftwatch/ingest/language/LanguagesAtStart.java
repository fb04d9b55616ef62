package io.riftwatch.ingest.language;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Reads the models of languages beside the start, so that no first article waits for them. */
@ApplicationScoped
class LanguagesAtStart {

  /** One text for each of the letters that many languages share. */
  private static final String[] TEXTS = {
    "Breaking news of today", "Новости этого дня", "أخبار اليوم"
  };

  void load(@Observes StartupEvent event, Languages languages) {
    Infrastructure.getDefaultWorkerPool()
        .execute(
            () -> {
              for (String text : TEXTS) {
                languages.of("", text, Optional.empty());
              }
            });
  }
}
