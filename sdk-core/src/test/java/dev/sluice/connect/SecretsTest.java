package dev.sluice.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parts of a text are secrets. Each secret of a test has {@code h1dden} in it. */
public class SecretsTest {

  private static final String WHOLE_URIS =
      """
      s3a://AKIA:se/h1dden@b
      s3a://AKIA:h1dden@b/data
      s3a://AKIA:123/h1dden@b/data
      s3n://AKIA:p@ss/h1dden@b/data
      S3A://AKIA:h1dden@b
      hdfs://user:h1dden@name:8020/data
      hdfs://user:a@b@h1dden@name:8020/data
      https://h1dden@host/data.csv
      https://user@org:h1dden@host/data.csv
      https://a@h1dden@host/data.csv
      ftp://user:80h1dden@host/x
      wasbs://container:h1dden@account.blob.core.windows.net/x
      https://account.blob.core.windows.net/c/x.csv?sv=2024&ss=b&sig=h1dden%3D&se=2025
      https://account.blob.core.windows.net/c/x.csv?sig=h1dden
      https://b.s3.amazonaws.com/x?X-Amz-Credential=h1dden&X-Amz-Signature=h1dden&X-Amz-Security-Token=h1dden
      https://host/x?access_token=h1dden
      https://host/x?apikey=h1dden#top
      jdbc:postgresql://host/db?user=u&password=h1dden
      jdbc:postgresql://u:h1dden@host/db
      jdbc:mysql://host/db?password=a,h1dden
      jdbc:sqlserver://host;user=u;password=h1dden;encrypt=true
      jdbc:oracle:thin:scott/h1dden@host:1521:db
      mongodb+srv://u:h1dden@cluster/db
      redis://:h1dden@host:6379
      """;

  private static final String SETTINGS =
      """
      apiKey=h1dden
      api_key='h1dden'
      options: {user=u, password=h1dden}
      [accountKey=h1dden,path=/x]
      fs.azure.account.key.store.dfs.core.windows.net=h1dden
      spark.hadoop.fs.s3a.secret.key=h1dden
      fs.s3a.access.key=h1dden
      AccountName=x;AccountKey=h1dden==;EndpointSuffix=core.windows.net
      SharedAccessSignature=h1dden
      Endpoint=sb://x;SharedAccessKey=h1dden
      Map(password -> h1dden, user -> u)
      {"client_secret" : "h1dden"}
      {"token":"h1dden"}
      sasl.jaas.config=x required password="h1dden";
      PWD=h1dden
      private-key=h1dden
      Authorization: Bearer h1dden123
      Basic dXNlcjpoMWh1dden=
      ssl.keystore.passphrase=h1dden
      """;

  /** Texts with a secret. */
  public static Stream<String> placements() {
    return Stream.concat(WHOLE_URIS.lines(), SETTINGS.lines());
  }

  @Test
  void thereAreFortyPlacements() {
    assertThat(placements()).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("placements")
  void aSecretIsTakenOut(String text) {
    assertThat(Secrets.masked(text)).doesNotContain("dden");
  }

  @ParameterizedTest
  @MethodSource("placements")
  void aSecretIsTakenOutOfASentence(String text) {
    assertThat(Secrets.masked("csv \"" + text + "\" failed: (" + text + "), see '" + text + "'."))
        .doesNotContain("dden");
  }

  @ParameterizedTest
  @MethodSource("placements")
  void maskingTwiceIsMaskingOnce(String text) {
    assertThat(Secrets.masked(Secrets.masked(text))).isEqualTo(Secrets.masked(text));
  }

  @ParameterizedTest
  @MethodSource("placements")
  void sparkIsToldOfIt(String text) {
    assertThat(text.replaceAll(Secrets.sparkTexts(), "*")).doesNotContain("dden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
          "parquet s3a://bucket/data",
          "s3a://bucket/mail@2024/x",
          "hdfs://name:8020/data@2024",
          "abfss://container@account.dfs.core.windows.net/x",
          "wasb://container@account.blob.core.windows.net/x",
          "file:///data/a@b",
          "jdbc:postgresql://host:5432/db?user=u",
          "where (token = 'x')",
          "the password is missing",
          "stage 'tokens' (Job.java:42): basic sums",
          "dates=2024-01-01/design=3",
          "'a' of A is NULL: b -> c",
      })
  void whatIsNoSecretStays(String text) {
    assertThat(Secrets.masked(text)).isEqualTo(text);
  }

  @Test
  void aFailureWithoutASecretIsItself() {
    Throwable failure = new IllegalStateException("x", new RuntimeException("y"));

    assertThat(Secrets.masked(failure)).isSameAs(failure);
  }

  @Test
  void aFailureWithASecretKeepsItsClassNameAndTrace() {
    Throwable cause = new IllegalArgumentException("password=h1dden");
    Throwable failure = new IllegalStateException("outer", cause);

    Throwable masked = Secrets.masked(failure);

    assertThat(masked.getCause())
        .hasMessage("java.lang.IllegalArgumentException: password=***")
        .satisfies(t -> assertThat(t.getStackTrace()).isEqualTo(cause.getStackTrace()));
  }

  @Test
  void aSettingIsASecretByItsKeyOrItsValue() {
    assertThat(Secrets.in("apiKey", "x")).isTrue();
    assertThat(Secrets.in("url", "jdbc:postgresql://h/d?password=x")).isTrue();
    assertThat(Secrets.in("path", "s3a://bucket/x")).isFalse();
    assertThat(Secrets.in("header", "true")).isFalse();
  }
}
