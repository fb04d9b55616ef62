package io.riftwatch.alert;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.riftwatch.alert",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "io.smallrye..",
    "io.vertx..",
    "io.micrometer..",
    "jakarta..",
    "java.sql..",
    "org.apache.kafka..",
    "org.eclipse.microprofile..",
    "org.hibernate..",
    "org.jboss.."
  };

  /** What is decided without a container: correlation, telling, wording, retrying, laying out. */
  private static final String CORE =
      "Correlation|CorrelationRules|ActReading|Act|Quarrel|ReportDay|Sources|Components|Dispatch"
          + "|Quote|Recognition|Telling|Change|Transition|Incident|Ids|Reason|AlertWriter|Assessor"
          + "|Assessment|Wording|StateNames|Wordlist|Route|RetrySchedule|Lanes"
          + "|SigningSecret|SlackMessage|Mrkdwn|TrialAlert";

  @ArchTest
  static final ArchRule THE_CORE_IS_PLAIN_JAVA =
      noClasses()
          .that()
          .haveNameMatching("io\\.riftwatch\\.alert\\.[a-z]+\\.(" + CORE + ")(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORKS);

  @ArchTest
  static final ArchRule FEATURES_ARE_ACYCLIC =
      slices().matching("io.riftwatch.alert.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule OF_CLASSIFY_ONLY_THE_CONTRACT_IS_KNOWN =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.riftwatch.classify..", "io.riftwatch.ingest..")
                  .and(not(resideInAnyPackage("io.riftwatch.classify.contract.."))));

  @ArchTest
  static final ArchRule THE_CONTRACT_KNOWS_NOTHING_OF_THE_SERVICE =
      classes()
          .that()
          .resideInAPackage("io.riftwatch.alert.contract..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "io.riftwatch.alert.contract..", "io.riftwatch.classify.contract..");
}
